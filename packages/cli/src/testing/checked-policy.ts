/** A rule that nothing is wrong with. */
export const rule = {
  name: "wedding-line",
  because: "orders of the wedding line are for a date that can't move",
  conditions: { all: [{ fact: "ticket.tags", operator: "contains", value: "wedding" }] },
  event: { type: "respond", params: { within: { fact: "parameters.within" }, clock: "calendar" } },
};

/** A policy that nothing is wrong with, with changes. */
export const policy = (changes: object = {}) => ({
  policy: "shop/urgent-wedding",
  version: "1.0.0",
  stage: "sla",
  decision: "targets",
  decide: "strictest",
  parameters: { within: { value: "PT15M", unit: "ISO 8601 duration", because: "a wedding doesn't wait" } },
  rules: [rule],
  ...changes,
});

/** The change that puts another condition into it. */
export const ruleWhere = (condition: object) => ({ rules: [{ ...rule, conditions: { all: [condition] } }] });

/** Its tests, with changes. */
export const tests = (changes: object = {}) => ({
  policy: "shop/urgent-wedding",
  tests: [{ name: "wedding", given: { facts: { "ticket.tags": ["wedding"] } }, because: ["wedding-line"], ...changes }],
});
