import { gramEvidence } from "./gram-evidence.js";
import type { LabelledMessage } from "./labelled-message.js";
import { modelOutputs } from "./model-outputs.js";
import { feelingOutputs, issueOutputs } from "./training-targets.js";
import type { WeighedRows } from "./weighed-rows.js";

/** How much the evidence counts beside the weights that part the messages. */
const evidenceWeight = 0.1;

/**
 * Adds what the grams of one language say of each output to their weights.
 *
 * @param places the places of each message's grams
 */
export function addEvidence(
  { keys, values }: WeighedRows,
  messages: readonly LabelledMessage[],
  places: readonly (readonly number[])[],
): WeighedRows {
  const outputs = modelOutputs.length;
  const added = values.slice();
  for (const labels of [issueOutputs(messages), feelingOutputs(messages)]) {
    const classes = labels.map((label) => (label === undefined ? -1 : modelOutputs.indexOf(label)));
    const evidence = gramEvidence({ messages: places, classes, columns: keys.length, classCount: outputs });
    for (const [index, value] of evidence.entries()) added[index]! += evidenceWeight * value;
  }
  return { keys, values: added };
}
