export { mean } from "./mean.js";
export { quantile } from "./quantile.js";
export { shrinkTowards } from "./shrink-towards.js";
export { wilsonInterval } from "./wilson-interval.js";
