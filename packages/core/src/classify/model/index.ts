export { createModel } from "./create-model.js";
export type { EncodedRows, ModelWeights } from "./model-weights.js";
export { standardModel } from "./standard-model.js";
export { type LabelledMessage, trainModel, type TrainingOptions } from "./train-model.js";
