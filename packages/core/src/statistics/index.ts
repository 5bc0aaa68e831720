export { adjustPValues } from "./adjust-p-values.js";
export { fisherExactGreater, type Proportion } from "./fisher-exact.js";
export { mean } from "./mean.js";
export { normalQuantile } from "./normal-quantile.js";
export { quantile } from "./quantile.js";
export { ratioInterval } from "./ratio-interval.js";
export { shrinkTowards } from "./shrink-towards.js";
export { wilsonInterval } from "./wilson-interval.js";
