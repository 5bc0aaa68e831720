import { issueTypes, sentiments } from "../../model/words.js";

/** The kinds of `other` that are learnt apart. */
export const kindsOfOther = 4;

/** What a model tells apart: issue types and kinds of `other`, then feelings and tones. */
export const modelOutputs: readonly string[] = [
  ...issueTypes,
  ...Array.from({ length: kindsOfOther }, (_, index) => `other/${index + 1}`),
  ...sentiments.map((sentiment) => `feels/${sentiment}`),
  "tone/angry",
  "tone/positive",
];

/** How many of the outputs, the first ones, are issue types. */
export const issueOutputCount: number = issueTypes.length + kindsOfOther;
