import { requireList } from "../../errors/require-argument.js";
import type { Answering } from "./answering.js";
import type { LabelledMessage } from "./labelled-message.js";

/**
 * Answers whatever is most frequent among the messages it learned from, without reading: what any classifier has to beat.
 *
 * @example
 * import { answerByMajority } from "@amends/core/classify/evaluate";
 * const answering = answerByMajority([
 *   { text: "a", issueTypes: ["invoice"] },
 *   { text: "b", issueTypes: ["account"] },
 *   { text: "c", issueTypes: ["account"] },
 * ]);
 * answering({ text: "d" }).issueType?.answer; // => "account"
 */
export function answerByMajority(messages: readonly LabelledMessage[]): Answering {
  requireList(messages, "messages");
  const issueType = mostFrequent(messages.map(({ issueTypes }) => issueTypes?.[0]));
  const sentiment = mostFrequent(messages.map(({ sentiments }) => sentiments?.[0]));
  const answers = {
    ...(issueType === undefined ? {} : { issueType: { answer: issueType } }),
    ...(sentiment === undefined ? {} : { sentiment: { answer: sentiment } }),
  };
  return () => answers;
}

function mostFrequent(labels: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const label of labels) if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  let best: string | undefined;
  for (const [label, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = label;
  return best;
}
