import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RandomSequence } from "../random-sequence.js";

const issueTypes = (
  "product_inquiry promotion order_change payment_failure invoice account logistics_tracking logistics_delay logistics_not_received " +
  "logistics_damaged customs_clearance duties_and_taxes address_error wrong_or_missing_item not_as_described quality_defect " +
  "return_exchange refund_status service_complaint software_usage"
).split(" ");
const urgencies = ["urgent", "high", "normal"];
/** What rules measure, and the parameter that each policy sets for it. */
const measures = [
  { fact: "scores.topScore", parameter: "clearScore" },
  { fact: "scores.margin", parameter: "clearMargin" },
  { fact: "text.shoutedWords", parameter: "shoutedWords" },
  { fact: "text.exclamations", parameter: "exclamations" },
] as const;
const rulesAPolicy = 10;

interface GeneratedRule {
  readonly name: string;
  readonly conditions: {
    readonly all: readonly { readonly fact: string; readonly operator: string; readonly value: string | { readonly fact: string } }[];
  };
  readonly event: { readonly type: string; readonly params: { readonly urgency: string } };
}

interface GeneratedPolicy {
  readonly policy: string;
  readonly parameters: Readonly<Record<string, { readonly value: number; readonly because: string }>>;
  readonly rules: readonly GeneratedRule[];
}

/** Writes policies that `check` finds nothing wrong in, each with its own issue types and thresholds, and tests that pass. */
export function generatePolicyFiles(folder: string, policies: number, testsAPolicy: number): void {
  mkdirSync(folder, { recursive: true });
  const random = new RandomSequence(20_260_505);
  for (let index = 0; index < policies; index += 1) {
    const policy = generatePolicy(index, random);
    writeFileSync(join(folder, `urgency-${index}.policy.json`), JSON.stringify(policy, null, 2));
    if (testsAPolicy > 0)
      writeFileSync(join(folder, `urgency-${index}.test.json`), JSON.stringify(generateTests(policy, testsAPolicy, random), null, 2));
  }
}

function generatePolicy(index: number, random: RandomSequence): GeneratedPolicy & Record<string, unknown> {
  return {
    policy: `shop-${index}/urgency`,
    version: "1.0.0",
    stage: "classification",
    decision: "urgency",
    decide: "first",
    parameters: Object.fromEntries(
      measures.map(({ parameter }) => [parameter, { value: random.whole(1, 9), because: "what this shop found" }]),
    ),
    rules: random.sample(issueTypes, rulesAPolicy).map((issueType) => ({
      name: issueType.replaceAll("_", "-"),
      because: `What a shop does about ${issueType.replaceAll("_", " ")}`,
      conditions: {
        all: [
          { fact: "classification.issueType", operator: "equal", value: issueType },
          ...random.sample(measures, random.whole(1, 3)).map(({ fact, parameter }) => ({
            fact,
            operator: "greaterThanInclusive",
            value: { fact: `parameters.${parameter}` },
          })),
        ],
      },
      event: { type: "urgency", params: { urgency: random.pick(urgencies) } },
    })),
  };
}

function generateTests({ policy, parameters, rules }: GeneratedPolicy, count: number, random: RandomSequence): object {
  const tests = Array.from({ length: count }, (_test, index) => {
    const rule = rules[index % rules.length] as GeneratedRule;
    const facts = rule.conditions.all.map(({ fact, value }) => {
      const limit = typeof value === "string" ? undefined : parameters[value.fact.replace("parameters.", "")]?.value;
      return [fact, limit === undefined ? value : limit + random.whole(0, 5)] as const;
    });
    return {
      name: `${rule.name}, ${index}`,
      given: { facts: Object.fromEntries(facts) },
      expect: { events: [rule.event] },
      because: [rule.name],
    };
  });
  return { policy, tests };
}
