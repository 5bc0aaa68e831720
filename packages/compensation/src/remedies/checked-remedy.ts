import {
  AmendsError,
  formatFinding,
  formatPath,
  InvalidMoneyError,
  namesListed,
  quotable,
  quoted,
  type Finding,
} from "@amends/core/errors";
import { moneyFindings } from "@amends/core/money";
import type { RemedyDefinition } from "./remedy-definition.js";

type Part = "cost" | "expected" | "limit" | "amounts";

const expectations: Readonly<Record<Part, readonly [expected: string, fix: string]>> = {
  cost: ["{ money }, { missing: [names of facts] } or { later: true, because }", "answer { missing } where the case doesn't tell the cost"],
  expected: [
    "{ money }, { missing: [names of facts] } or { later: true, because }",
    "answer { missing } where the case doesn't tell the cost, or leave it out where it is the cost",
  ],
  limit: ["{ money }, { missing: [names of facts] } or undefined", "answer undefined where nothing limits it, or leave it out"],
  amounts: [
    'money by name, such as { amount: { amount: "12.50", currency: "USD" } }',
    "answer {} where no amount is known, or leave it out where there is none",
  ],
};

/** A host's remedy whose functions are held to answer in shape: what they answer goes into offers, and would be found out far from here. */
export function checkedRemedy(remedy: RemedyDefinition, index: number): RemedyDefinition {
  const { kind, gives, needs, requires, tellingKey, undo, settles, paysBack, goodwill } = remedy;
  const check = <Answer>(part: Part, answer: Answer): Answer => {
    refuseUnlessFits(answer, part, kind, ["remedies", index, part]);
    return answer;
  };
  const cost: RemedyDefinition["cost"] = (...given) => check("cost", remedy.cost(...given));
  return {
    kind,
    gives,
    needs,
    requires,
    tellingKey,
    cost,
    expected: remedy.expected === remedy.cost ? cost : (...given) => check("expected", remedy.expected(...given)),
    limit: (...given) => check("limit", remedy.limit(...given)),
    undo,
    settles,
    paysBack,
    goodwill,
    amounts: (...given) => check("amounts", remedy.amounts(...given)),
  };
}

function refuseUnlessFits(answer: unknown, part: Part, kind: string, path: readonly PropertyKey[]): void {
  if (!fits(answer, part)) throw outOfShape(answer, part, kind, formatPath(path));
  if (answer === undefined) return;
  const given = answer as Readonly<Record<string, unknown>>;
  // An amount that nobody knows may be there and undefined.
  const names = part === "amounts" ? Object.keys(given).filter((name) => given[name] !== undefined) : "money" in given ? ["money"] : [];
  for (const name of names) {
    const findings = moneyFindings(given[name], formatPath([...path, name]));
    if (findings.length > 0) throw new InvalidMoneyError(findings, `The remedy "${quotable(kind)}" answered what is no money:`);
  }
}

function fits(answer: unknown, part: Part): boolean {
  if (answer === undefined) return part === "limit";
  if (typeof answer !== "object" || answer === null || Array.isArray(answer) || isPromise(answer)) return false;
  if (part === "amounts") return true;
  return "money" in answer || ("missing" in answer && Array.isArray(answer.missing)) || (part !== "limit" && "later" in answer);
}

const isPromise = (answer: object): boolean => typeof (answer as { then?: unknown }).then === "function";

function outOfShape(answer: unknown, part: Part, kind: string, path: string): AmendsError {
  const [expected, fix] = expectations[part];
  const message = `the remedy "${quotable(kind)}" answered ${told(answer)}`;
  const finding: Finding = { code: "remedy_invalid", message, path, expected, fix };
  return new AmendsError({ code: finding.code, message: `A remedy can't be offered:\n  ${formatFinding(finding)}`, findings: [finding] });
}

function told(answer: unknown): string {
  if (typeof answer === "function") return "a function";
  if (typeof answer === "string") return quoted(answer);
  if (typeof answer !== "object" || answer === null) return String(answer);
  if (Array.isArray(answer)) return "a list";
  return isPromise(answer) ? "a promise" : `an object with ${namesListed(Object.keys(answer)) || "nothing"}`;
}
