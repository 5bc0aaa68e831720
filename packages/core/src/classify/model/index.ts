export { createModel } from "./create-model.js";
export { fitSharpness, type HeldOutMessages, type Sharpness, type SharpnessOptions } from "./fit-sharpness.js";
export type { EncodedRows, ModelWeights, ProfileBook, ProfileRows } from "./model-weights.js";
export { standardModel } from "./standard-model.js";
export type { LabelledMessage } from "./labelled-message.js";
export { trainModel, type TrainingOptions } from "./train-model.js";
