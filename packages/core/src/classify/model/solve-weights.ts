import { type FeatureColumns, featureMatrix, type FeatureRow, type FeatureScales } from "./feature-matrix.js";
import type { LabelledMessage } from "./labelled-message.js";
import { modelOutputs } from "./model-outputs.js";
import { solveRidge } from "./ridge-regression.js";
import { solveSquaredHinge } from "./squared-hinge.js";
import { angerTargets, praiseTargets, sidesOf } from "./training-targets.js";

/**
 * What a message is about is told by the concepts in it; how it is meant, more by its words and by how it is typed. Points of issue
 * types weigh little: lexicons are written from messages like those that are learnt, and hold less of others.
 */
const issueScales: FeatureScales = { grams: 1, sharedGrams: 1, concepts: 2, pairs: 1.5, shape: 0.3, points: 0.05 };
const feelingScales: FeatureScales = { grams: 1, sharedGrams: 1, concepts: 2, pairs: 1.5, shape: 1, points: 1 };
const rounds = 25;
const tolerance = 0.05;
const toneRounds = 15;

/** How much each kind of feature counts in each output. */
export const outputScales: readonly FeatureScales[] = modelOutputs.map((output) =>
  output.startsWith("feels/") || output.startsWith("tone/") ? feelingScales : issueScales,
);

/** The weights that part the messages of each output from the others, column by column. */
export function solveWeights(
  rows: readonly FeatureRow[],
  messages: readonly LabelledMessage[],
  columns: FeatureColumns,
  penalty: number,
): Float64Array {
  const ofIssues = featureMatrix(rows, columns, issueScales);
  const ofFeelings = featureMatrix(rows, columns, feelingScales);
  const parted = sidesOf(messages).map((sides, output) => {
    const matrix = outputScales[output] === feelingScales ? ofFeelings : ofIssues;
    return solveSquaredHinge(matrix, sides, { penalty, rounds, tolerance }).weights;
  });
  const heard = [angerTargets(messages), praiseTargets(messages)].map(({ values, known }) =>
    solveRidge(ofFeelings, values, known, 1, { penalty, rounds: toneRounds }),
  );
  const lists = [...parted, ...heard];
  const all = new Float64Array(columns.count * lists.length);
  for (const [output, list] of lists.entries()) {
    for (const [column, weight] of list.entries()) all[column * lists.length + output] = weight;
  }
  return all;
}
