// Writes docs/guide/06-facts-and-decisions.md from the stages themselves, or with --check says whether it is out of date.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { caseFacts, derivedFacts, type FactCatalogue } from "@amends/core/facts";
import type { AnyStage } from "@amends/core/stage";
import { standardStages } from "@amends/desk";

const file = "docs/guide/06-facts-and-decisions.md";
const stages = standardStages as unknown as readonly AnyStage[];

type Row = readonly [name: string, kind: string, unit: string, description: string];
type Schema = AnyStage["events"][string];

const code = (text: string) => `\`${text}\``;
const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll(/\s+/g, " ").replaceAll("<", "&lt;");

function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => `| ${row.map(cell).join(" | ")} |`);
  return ["| name | kind | unit | description |", "|---|---|---|---|", ...lines].join("\n");
}

const factRows = (facts: FactCatalogue): Row[] =>
  Object.entries(facts).map(([name, { kind, unit, description, words }]) => [
    code(name),
    kind,
    unit ?? "",
    words === undefined ? description : `${description} One of ${words.map(code).join(", ")}.`,
  ]);

/** The params of an event and whether each must be there; of alternatives, what all of them need must. */
function paramsOf(schema: Schema): Map<string, boolean> {
  const { shape, options } = schema as { shape?: Readonly<Record<string, Schema>>; options?: readonly Schema[] };
  if (shape !== undefined) return new Map(Object.entries(shape).map(([name, param]) => [name, !param.safeParse(undefined).success]));
  const alternatives = (options ?? []).map(paramsOf);
  const names = new Set(alternatives.flatMap((params) => [...params.keys()]));
  return new Map([...names].map((name) => [name, alternatives.every((params) => params.get(name) === true)]));
}

const eventRows = (stage: AnyStage): Row[] =>
  Object.entries(stage.events).map(([name, schema]) => {
    const params = [...paramsOf(schema)].map(([param, needed]) => code(needed ? param : `${param}?`));
    const description = (schema as { description?: string }).description ?? "";
    return [code(name), "event", "", `${description}${params.length === 0 ? "" : ` Params: ${params.join(", ")}.`}`.trim()];
  });

const decisionRows = (stage: AnyStage): Row[] =>
  Object.entries(stage.decisions).map(([name, events]) => {
    const asked = stage.policies.filter(({ decision }) => decision === name);
    const standard = asked.map(({ policy, decide }) => `${code(policy)} (${decide})`).join(", ");
    return [code(name), "decision", "", `Answered by ${events.map(code).join(", ")}.${standard === "" ? "" : ` Standard: ${standard}.`}`];
  });

const isOfEveryCase = (name: string) => Object.hasOwn(caseFacts, name) || Object.hasOwn(derivedFacts, name);

function section(stage: AnyStage): string {
  const own = Object.fromEntries(Object.entries(stage.facts).filter(([name]) => !isOfEveryCase(name)));
  const rows = [...decisionRows(stage), ...eventRows(stage), ...factRows(own)];
  const when = stage.withoutTicket ? "; also where a case has an event and no ticket" : "";
  const body = rows.length === 0 ? "It asks no policies." : table(rows);
  return `## ${stage.name}\n\nWrites ${code(stage.writes)}${when}.\n\n${body}\n`;
}

const page = `---
title: Facts and decisions
---

# Facts and decisions

What a policy of each stage can decide, with which events, and which facts its rules can read beside those of every case. A \`?\` marks a param that may be left out. This page is written from the stages: \`npm run reference\`.

Every key of the case file is a fact by its dotted name, such as \`order.total\`; \`schemas/case-file.schema.json\` in the package \`@amends/core\` describes them all. A rule reads what its stage is given, never what a later stage decides.

## Every case

Derived from the case file, for all stages.

${table(factRows(derivedFacts))}

${stages.map(section).join("\n")}`;

if (!process.argv.includes("--check")) writeFileSync(file, page);
else if (!existsSync(file) || readFileSync(file, "utf8") !== page) {
  console.error(`${file} is out of date. Run: npm run reference`);
  process.exitCode = 1;
}
