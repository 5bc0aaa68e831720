import { argumentInvalid, requireList } from "../../errors/require-argument.js";
import type { Answering } from "./answering.js";
import { judgeMessages, type JudgedMessages } from "./judge-messages.js";
import type { LabelledMessage } from "./labelled-message.js";
import type { Fold } from "./split-messages.js";

/**
 * The answers to messages that were held out: for each part, something is trained on the others and answers this one.
 *
 * @param train makes what answers from the messages it may see
 * @example
 * import { answerByMajority, crossValidate, splitMessages } from "@amends/core/classify/evaluate";
 * const messages = [
 *   { text: "a", author: "Ann", issueTypes: ["invoice"] },
 *   { text: "b", author: "Bo", issueTypes: ["account"] },
 * ] as const;
 * crossValidate(splitMessages(messages), answerByMajority).issueType.map(({ answer }) => answer); // => ["account", "invoice"]
 */
export function crossValidate(folds: readonly Fold[], train: (messages: readonly LabelledMessage[]) => Answering): JudgedMessages {
  requireList(folds, "folds");
  if (typeof train !== "function") throw argumentInvalid(train, "train", "a function of messages");
  const judged = folds.map((fold) => judgeMessages(fold.test, train(fold.train)));
  return { issueType: judged.flatMap(({ issueType }) => issueType), sentiment: judged.flatMap(({ sentiment }) => sentiment) };
}
