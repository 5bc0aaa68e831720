import { standardPacks } from "@amends/compensation/packs";
import { createClassificationStage, standardLexicons } from "@amends/core/classify";
import { applySettings, checkFiles, checkPackFiles, parseSettings, readLexiconFiles, type SourceFile } from "@amends/rule-tools";
import type { Finding } from "@amends/core/errors";
import type { AnyStage } from "@amends/core/stage";

/** A page of docs/rules: what one code means. */
export interface RulePage {
  readonly title: string;
  readonly summary: string;
  readonly headings: readonly string[];
  readonly avoid: readonly Block[];
  readonly prefer: readonly Block[];
}

/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** Takes a page apart. */
export function readRulePage(markdown: string): RulePage {
  const [head = "", ...sections] = markdown.split(/^## /m);
  const [title = "", , summary = ""] = head.split("\n");
  const blocksOf = (heading: string): Block[] => {
    const section = sections.find((each) => each.startsWith(`${heading}\n`)) ?? "";
    return [...section.matchAll(/^```([^\n]*)\n([\s\S]*?)^```/gm)].map(([, language = "", text = ""]) => ({ language, text }));
  };
  return {
    title: title.replace(/^# /, ""),
    summary,
    headings: sections.map((section) => section.split("\n")[0] ?? ""),
    avoid: blocksOf("Avoid"),
    prefer: blocksOf("Prefer"),
  };
}

/** The policies that examples are parts of: what an example leaves out is as it is here. */
const bases = [
  {
    policy: "shop/example",
    version: "1.0.0",
    stage: "sla",
    decision: "targets",
    decide: "strictest",
    currency: "USD",
    conditions: { vip: { all: [{ fact: "customer.vip", operator: "equal", value: true }] } },
    rules: [
      {
        name: "vip",
        because: "an example",
        conditions: { all: [{ condition: "vip" }] },
        event: { type: "respond", params: { within: "PT1H", clock: "calendar" } },
      },
    ],
  },
  {
    policy: "shop/example",
    version: "1.0.0",
    stage: "classification",
    decision: "urgency",
    decide: "first",
    rules: [
      {
        name: "vip",
        because: "an example",
        conditions: { all: [{ fact: "customer.vip", operator: "equal", value: true }] },
        event: { type: "urgency", params: { urgency: "high" } },
      },
    ],
  },
] as const;

type Json = Readonly<Record<string, unknown>>;

/** What the check and lint find in the blocks of an example, each a file or a part of one. */
export function findInExample(blocks: readonly Block[], stages: readonly AnyStage[], now: number): readonly Finding[] {
  const policies: SourceFile[] = [];
  const tests: SourceFile[] = [];
  const settings: SourceFile[] = [];
  const packs: SourceFile[] = [];
  const lexicons: SourceFile[] = [];
  for (const [index, { text }] of blocks.entries()) {
    const value = valueOf(text);
    if (value === undefined) policies.push({ path: `${index}.policy.json`, text });
    else if (Object.hasOwn(value, "tests")) tests.push({ path: `${index}.test.json`, text });
    else if (Object.hasOwn(value, "pack")) packs.push({ path: `${index}.pack.json`, text });
    else if (Object.hasOwn(value, "phrases")) lexicons.push({ path: `${index}.lexicon.json`, text });
    else if (isSettings(value)) settings.push({ path: `${index}.config.json`, text });
    else policies.push({ path: `${index}.policy.json`, text: wholePolicy(value, text) });
  }
  if (policies.length === 0) policies.push({ path: "example.policy.json", text: JSON.stringify(bases[0]) });
  const read = readLexiconFiles(lexicons, { standard: standardLexicons, together: true, policies });
  const reading = createClassificationStage({ lexicons: read.lexicons }) as unknown as AnyStage;
  const asking = stages.map((stage) => (stage.name === reading.name ? reading : stage));
  const found = [
    ...read.findings,
    ...checkFiles({ policies, tests, stages: asking, known: knownNames, lint: { now } }),
    ...checkPackFiles(packs, { today: new Date(now).toISOString().slice(0, 10), standard: standardPacks }),
  ];
  return settings.length === 0
    ? found
    : settings.flatMap((file) => {
        const parsed = parseSettings(file);
        return parsed.settings === undefined ? parsed.findings : [...parsed.findings, ...applySettings(found, parsed.settings, policies)];
      });
}

const knownNames = [
  { stage: "reply", event: "template", param: "situation", what: "situation of the templates", names: ["delay", "generic"] },
] as const;

function valueOf(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}

function isSettings(value: Json): boolean {
  const [first] = Array.isArray(value["rules"]) ? (value["rules"] as Json[]) : [];
  return Object.hasOwn(value, "severity") || (first !== undefined && Object.hasOwn(first, "code"));
}

/** A whole policy from an example: a test or a group of a condition, a rule, or some keys of a policy. */
function wholePolicy(value: Json, text: string): string {
  // What parsing would repair has to stay as it is written.
  if (/"__proto__"/.test(text)) return JSON.stringify(bases[0]).replace(JSON.stringify(bases[0].rules[0].conditions), text);
  if (/\\ud83d"/.test(text) || hasTwins(text)) return text;
  const group = ["all", "any", "not", "condition"].some((key) => Object.hasOwn(value, key));
  if (group || Object.hasOwn(value, "fact") || Object.hasOwn(value, "operator")) {
    const conditions = group ? value : { all: [value] };
    return JSON.stringify({ ...bases[0], rules: [{ ...bases[0].rules[0], conditions }] }, null, 2);
  }
  if (Object.hasOwn(value, "event") && Object.hasOwn(value, "conditions")) return JSON.stringify({ ...bases[0], rules: [value] }, null, 2);
  if (Object.hasOwn(value, "policy") && Object.hasOwn(value, "rules")) return text;
  const base = /"type": "urgency"/.test(text) ? bases[1] : bases[0];
  return JSON.stringify({ ...base, ...value }, null, 2);
}

function hasTwins(text: string): boolean {
  const keys = [...text.matchAll(/"([^"]*)"\s*:/g)].map(([, key]) => key);
  return !text.includes("{", 1) && new Set(keys).size < keys.length;
}
