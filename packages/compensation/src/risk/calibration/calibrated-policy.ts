import type { Policy, PolicyRule } from "@amends/core/rules";
import type { CalibratedRow } from "./calibrated-row.js";

/** What the file says of where its points come from. */
export interface CalibrationNote {
  /** The source of every rule. */
  readonly source: string;
  readonly version: string;
  /** What is said of the scale, behind the description. */
  readonly scale: string;
}

/** A score policy with calibrated points. Rows that are worth nothing are left out, with the parameters that only they read. */
export function calibratedPolicy(policy: Policy, rows: readonly CalibratedRow[], note: CalibrationNote): Policy {
  const byRule = new Map(rows.filter((row) => row.policy === policy.policy).map((row) => [row.rule, row]));
  const rules = policy.rules.flatMap((rule): PolicyRule[] => {
    const row = byRule.get(rule.name);
    return row === undefined || row.points === 0 ? [] : [calibratedRule(rule, row, note)];
  });
  const { parameters, conditions, ...rest } = policy;
  const keptConditions = withoutUnread(conditions, policy.rules, rules, (name) => `"condition":${JSON.stringify(name)}`);
  const keptParameters = withoutUnread(parameters, [policy.rules, conditions], [rules, keptConditions], (name) => `"parameters.${name}"`);
  return {
    ...rest,
    version: note.version,
    description: [policy.description, note.scale].filter((part) => part !== undefined).join(" "),
    ...(keptParameters === undefined ? {} : { parameters: keptParameters }),
    ...(keptConditions === undefined ? {} : { conditions: keptConditions }),
    rules,
  };
}

function calibratedRule(rule: PolicyRule, row: CalibratedRow, { source }: CalibrationNote): PolicyRule {
  const { name, because, source: _before, conditions, event, ...rest } = rule;
  const share = row.claims === 0 ? 0 : (100 * row.abusive) / row.claims;
  const figures =
    `Of ${row.claims} such claims ${share.toFixed(1)} % were abusive; log-odds ${row.logOdds.toFixed(2)} ` +
    `(${row.lower.toFixed(2)} to ${row.upper.toFixed(2)}), weight of evidence ${row.weightOfEvidence.toFixed(2)}; ${row.before} points before.`;
  return {
    name,
    ...rest,
    because: because === undefined ? figures : `${because} ${figures}`,
    source,
    conditions,
    event: { ...event, params: { ...event.params, points: row.points } },
  };
}

/** The entries but those that only the old rules read; what neither reads is read by facts and stays. */
function withoutUnread<Value>(
  entries: Readonly<Record<string, Value>> | undefined,
  before: unknown,
  after: unknown,
  readAs: (name: string) => string,
): Record<string, Value> | undefined {
  if (entries === undefined) return undefined;
  const [was, is] = [JSON.stringify(before), JSON.stringify(after)];
  return Object.fromEntries(Object.entries(entries).filter(([name]) => is.includes(readAs(name)) || !was.includes(readAs(name))));
}
