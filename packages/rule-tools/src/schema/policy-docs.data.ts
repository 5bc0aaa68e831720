import type { JsonSchema } from "./json-schema.js";

/** What editors show of the keys of a policy that the schema of policies doesn't describe itself. */
export const policyDocs: Readonly<Record<string, JsonSchema>> = {
  $schema: { description: "Where editors find this schema." },
  policy: { description: "The policy's name: words in lower case, joined by - and /.", examples: ["shop/late-parcels"] },
  version: { description: "The version that decisions quote.", examples: ["1.0.0"] },
  description: { description: "What it decides, for people." },
  stage: { description: "The stage that asks this policy." },
  decision: { description: "What the stage asks it." },
  decide: {
    description:
      "How the rules that fire become one answer. first: by priority, then order; all: each of them; sum: their points added up; strictest: the one that asks for most; mostSpecific: the one with most conditions.",
  },
  currency: { description: "The currency of money facts and amounts in this policy.", examples: ["USD"] },
  zone: { description: "The time zone in which the dates of rules begin and end.", examples: ["Asia/Tokyo"] },
  parameters: { description: 'Named numbers and lists to tune; conditions and events refer to them by { "fact": "parameters.name" }.' },
};

/** What editors show of the keys of a rule. */
export const ruleDocs: Readonly<Record<string, JsonSchema>> = {
  name: { description: "The rule's name, which decisions quote; no two rules of a policy have the same.", examples: ["long-delay"] },
  priority: { description: "Higher ones go first; rules of one priority go in the order of the file.", examples: [100] },
  because: { description: "Why, in words that can be read to a customer's agent." },
  source: { description: "Where its figures come from." },
  confidence: { description: "How sure its figures are: A official text, B a third party's, C unverified." },
  verifiedAt: { description: "When somebody last compared it with its source.", examples: ["2026-03-03"] },
  effectiveFrom: { description: "The first day on which it holds, in the policy's zone.", examples: ["2026-01-01"] },
  effectiveTo: { description: "The day from which it holds no longer, in the policy's zone.", examples: ["2027-01-01"] },
  conditions: { description: "When the rule fires." },
  event: { description: "What the rule says." },
};
