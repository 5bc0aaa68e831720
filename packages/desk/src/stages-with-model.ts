import { type ClassificationModel, classificationStage, createClassificationStage } from "@amends/core/classify";
import { standardModel } from "@amends/core/classify/model";
import { standardStages } from "./standard-stages.js";

/** The standard stages; messages are read with a model, the one that ships unless another is given, or null for none. */
export function stagesWithModel(model: ClassificationModel | null = standardModel) {
  if (model === null) return standardStages;
  const reading = model === standardModel ? standardReading : createClassificationStage({ model });
  return standardStages.map((stage) => (stage === classificationStage ? reading : stage));
}

const standardReading = createClassificationStage({ model: standardModel });
