import type { PolicyVocabulary } from "@amends/core/rules";
import type { PreparedPolicy } from "@amends/core/rules/prepared";
import { factType } from "./fact-type.js";
import { commentText, textLiteral } from "./literal.js";
import { schemaType } from "./schema-type.js";

/** The `.d.ts` of a built module: the facts it reads and the events its rules yield. */
export function typeDeclarations(prepared: PreparedPolicy, stage: PolicyVocabulary | undefined): string {
  const { policy, compared, dates } = prepared;
  const reads = [...new Set([...compared, ...dates])].sort();
  const types = [...new Set(policy.rules.map(({ event }) => event.type))];
  return [
    `// ${commentText(`${policy.policy} ${policy.version}`)}, written by "amends build". Change the policy, not this file.`,
    'import type { ChooseOptions, Decision } from "@amends/core/rules";',
    "",
    "/** The facts the policy reads; one that is left out is absent. */",
    "export interface Facts {",
    ...reads.flatMap((name) => factLines(name, stage)),
    "}",
    "",
    "/** What its rules yield. */",
    types.length === 0 ? "export type Event = never;" : "export type Event =",
    ...types.map((type, index) => `  | ${eventType(type, prepared, stage)}${index === types.length - 1 ? ";" : ""}`),
    "",
    "/** Which policy this is; the hash tells whether it is the one you have. */",
    "export declare const policy: { readonly name: string; readonly version: string; readonly hash: string };",
    "",
    "/** The decision, with the rules behind it and the facts it lacks. Throws a DecisionError where a rule fails. */",
    "export declare function decide(facts: Facts, options?: ChooseOptions<Event>): Decision<Event>;",
    "",
    "/** The events of all rules that fire, by descending priority, then in the policy's order. Throws a DecisionError where a rule fails. */",
    "export declare function matches(facts: Facts): Event[];",
    "",
    "/** The event of the first rule that fires. Throws a DecisionError where a rule before it fails. */",
    "export declare function first(facts: Facts): Event | undefined;",
    "",
  ].join("\n");
}

function factLines(name: string, stage: PolicyVocabulary | undefined): string[] {
  const fact = stage !== undefined && Object.hasOwn(stage.facts, name) ? stage.facts[name] : undefined;
  const said = fact === undefined ? "" : commentText(`${fact.description}${fact.unit === undefined ? "" : ` (${fact.unit})`}`);
  return [
    ...(said === "" ? [] : [`  /** ${said} */`]),
    `  readonly ${textLiteral(name)}?: ${fact === undefined ? "unknown" : factType(fact)} | undefined;`,
  ];
}

function eventType(type: string, { rules }: PreparedPolicy, stage: PolicyVocabulary | undefined): string {
  const schema = stage !== undefined && Object.hasOwn(stage.events, type) ? stage.events[type] : undefined;
  const ofType = rules.filter(({ rule }) => rule.event.type === type);
  const withParams = ofType.filter(({ rule }) => rule.event.params !== undefined);
  const known = schema === undefined ? "Readonly<Record<string, unknown>>" : schemaType(schema);
  const member = withParams.length === 0 ? "" : ` readonly params${withParams.length < ofType.length ? "?" : ""}: ${known};`;
  return `{ readonly type: ${textLiteral(type)};${member} }`;
}
