import { lexiconSchema } from "@amends/core/classify/lexicon-check";
import { policySchema } from "@amends/core/rules";
import { settingsSchema } from "../settings/settings.js";
import { policyTestSchema } from "../test-format/test-file.js";

/** In which order an object's keys are written, and those of what is inside it. Keys it doesn't name come behind, as they stand. */
export interface KeyOrder {
  readonly keys?: readonly string[];
  readonly members?: Readonly<Record<string, KeyOrder>>;
  /** Of every member that `members` doesn't name, and of every entry of a list. */
  readonly each?: KeyOrder;
}

/** What a file holds. */
export type SourceKind = "policy" | "test" | "settings" | "lexicon" | "other";

interface Condition extends KeyOrder {
  members: Record<string, KeyOrder>;
}

const condition: Condition = {
  keys: ["priority", "name", "all", "any", "not", "condition", "fact", "path", "params", "operator", "value"],
  members: {},
};
condition.members = { all: { each: condition }, any: { each: condition }, not: condition };

const { shape: policyShape } = policySchema;
const parameter = { keys: ["value", "unit", "because", "source", "confidence", "verifiedAt"] };
const rule: KeyOrder = {
  keys: Object.keys(policyShape.rules.element.shape),
  members: { conditions: condition, event: { keys: Object.keys(policyShape.rules.element.shape.event.shape) } },
};

const { shape: testShape } = policyTestSchema;
const given = { keys: ["facts", "case", "message", "calculation", "request", "packs", "channel"] };
const row = { members: { given }, keys: Object.keys(testShape.tests.element.shape) };

/** The order of each kind of file is that of its schema. What a host's events, facts and cases hold keeps the order it stands in. */
export const keyOrders: Readonly<Record<SourceKind, KeyOrder>> = {
  policy: {
    keys: Object.keys(policyShape),
    members: { parameters: { each: parameter }, conditions: { each: condition }, rules: { each: rule } },
  },
  test: { keys: Object.keys(testShape), members: { tests: { each: { ...row, members: { given, rows: { each: row } } } } } },
  settings: {
    keys: Object.keys(settingsSchema.shape),
    members: { rules: { each: { keys: Object.keys(settingsSchema.shape.rules.unwrap().element.shape) } } },
  },
  lexicon: {
    keys: Object.keys(lexiconSchema.shape),
    members: { negation: { keys: Object.keys(lexiconSchema.shape.negation.unwrap().shape) } },
  },
  other: {},
};
