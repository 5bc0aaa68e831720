import type { ClassifyOptions } from "@amends/core/classify";
import {
  answerByModel,
  answerByRules,
  judgeMessages,
  type Fold,
  type JudgedMessages,
  type LabelledMessage,
} from "@amends/core/classify/evaluate";
import { createModel, trainModel, type ModelWeights, type TrainingOptions } from "@amends/core/classify/model";
import { fitSharpness } from "./fit-sharpness.js";
import { modelExamples } from "./model-examples.js";

/** A part of a cross-validation with the model that was trained on the others. */
export interface TrainedFold {
  readonly test: readonly LabelledMessage[];
  readonly weights: ModelWeights;
}

/** The answers to messages that were held out: by the model alone, and by the rules with the model. */
export interface HeldOutAnswers {
  readonly model: JudgedMessages;
  readonly both: JudgedMessages;
}

/** Trains a model for each part, on the others; `done` hears of each. */
export function trainFolds(folds: readonly Fold[], options: TrainingOptions, done: (fold: Fold) => void = () => {}): TrainedFold[] {
  return folds.map((fold) => {
    const weights = trainModel(modelExamples(fold.train), options);
    done(fold);
    return { test: fold.test, weights };
  });
}

/**
 * What the models of all parts answer to what they haven't seen. How sure a part's model is allowed to be is fitted on the other
 * parts, so that the confidence is judged on messages it wasn't fitted on either.
 */
export function heldOutAnswers(trained: readonly TrainedFold[], ruled: ClassifyOptions): HeldOutAnswers {
  const answers = trained.map((fold): HeldOutAnswers => {
    const others = trained.filter((other) => other !== fold);
    const model = createModel({ ...fold.weights, ...fitSharpness(others.length === 0 ? trained : others) });
    return {
      model: judgeMessages(fold.test, answerByModel(model)),
      both: judgeMessages(fold.test, answerByRules({ ...ruled, model })),
    };
  });
  return { model: together(answers.map(({ model }) => model)), both: together(answers.map(({ both }) => both)) };
}

function together(judged: readonly JudgedMessages[]): JudgedMessages {
  return { issueType: judged.flatMap(({ issueType }) => issueType), sentiment: judged.flatMap(({ sentiment }) => sentiment) };
}
