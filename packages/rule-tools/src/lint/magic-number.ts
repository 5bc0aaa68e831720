import type { Finding } from "@amends/core/errors";
import { leavesOfPolicy, type PlacedLeaf } from "../witness/condition-parts.js";
import { parameterOf, parameterValues, referenceOf } from "../witness/plain-comparison.js";
import type { LintCheck } from "./lint-check.js";
import type { LintSubject } from "./lint-subject.js";

interface Figure {
  readonly number: number;
  readonly fact: string;
  readonly unit: string | undefined;
  readonly at: readonly PropertyKey[];
  /** The rule, or the shared condition, it stands in. */
  readonly owner: string;
}

/** Figures written out where a parameter holds the same one, or the same in several rules: whoever changes one forgets the other. */
export const magicNumber: LintCheck = {
  code: "magic-number",
  severity: "warning",
  summary: "a number in a condition that a parameter should hold",
  find: (subject) => {
    const leaves = [...leavesOfPolicy(subject.policy)];
    const figures = leaves.flatMap((leaf) => figuresOf(leaf, subject));
    const owners = ownersOf(figures);
    const compared = comparedParameters(leaves);
    const said = new Set<string>();
    return figures.flatMap((figure): Finding[] => {
      const { number, fact, at } = figure;
      const holder = holderOf(figure, subject, compared.get(fact));
      if (holder !== undefined) {
        const message = `${number} stands here, and the parameter "${holder}" is the same`;
        return [subject.finding(at, { code: "magic-number", message, fix: `write { "fact": "parameters.${holder}" }` })];
      }
      const places = Math.max(...keysOf(figure).map((key) => owners.get(key)?.size ?? 0));
      // Once for all the places it stands in.
      if (places < 2 || keysOf(figure).some((key) => said.has(key))) return [];
      for (const key of keysOf(figure)) said.add(key);
      const message = `${number} is compared with ${fact}${figure.unit === undefined ? "" : `, or another fact in ${figure.unit},`} in ${places} rules`;
      return [
        subject.finding(at, {
          code: "magic-number",
          message,
          fix: 'make it a parameter, and write { "fact": "parameters.…" } in its place',
        }),
      ];
    });
  },
};

function figuresOf({ leaf, at }: PlacedLeaf, { stage, policy }: LintSubject): Figure[] {
  const definition = Object.hasOwn(stage.facts, leaf.fact) ? stage.facts[leaf.fact] : undefined;
  const isMoney = definition?.kind === "money";
  if (!isMoney && definition?.kind !== "number") return [];
  const unit = isMoney ? policy.currency : definition.unit;
  return [leaf.value].flat().flatMap((value, index): Figure[] => {
    const number = typeof value === "number" ? value : isMoney && typeof value === "string" ? Number(value) : undefined;
    if (number === undefined || Number.isNaN(number) || isPlain(number, unit)) return [];
    const place = Array.isArray(leaf.value) ? ["value", index] : ["value"];
    return [{ number, fact: leaf.fact, unit, at: [...at, ...place], owner: at.slice(0, 2).join(" ") }];
  });
}

/** None, one, all of a hundred: no figure that anybody tunes. */
function isPlain(number: number, unit: string | undefined): boolean {
  return number === 0 || number === 1 || number === -1 || (number === 100 && unit === "percent");
}

/** What the same figure elsewhere has in common with this one: the fact, or the unit. */
function keysOf({ number, fact, unit }: Figure): readonly string[] {
  return [`${number} ${fact}`, ...(unit === undefined ? [] : [`${number} in ${unit}`])];
}

/** The rules and shared conditions in which each figure stands. */
function ownersOf(figures: readonly Figure[]): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  for (const figure of figures) for (const key of keysOf(figure)) owners.set(key, (owners.get(key) ?? new Set<string>()).add(figure.owner));
  return owners;
}

/** The parameters that each fact is compared with. */
function comparedParameters(leaves: readonly PlacedLeaf[]): ReadonlyMap<string, ReadonlySet<string>> {
  const compared = new Map<string, Set<string>>();
  for (const { leaf } of leaves) {
    const name = parameterOf(referenceOf(leaf.value));
    if (name !== undefined) compared.set(leaf.fact, (compared.get(leaf.fact) ?? new Set<string>()).add(name));
  }
  return compared;
}

/** A parameter with the same value: of the same unit, or compared with the same fact elsewhere. */
function holderOf({ number, unit }: Figure, { policy }: LintSubject, compared: ReadonlySet<string> | undefined): string | undefined {
  return Object.entries(parameterValues(policy)).find(([name, value]) => {
    if (value !== number) return false;
    const parameter = policy.parameters?.[name];
    const said = typeof parameter === "object" && !Array.isArray(parameter) ? parameter.unit : undefined;
    return compared?.has(name) === true || (said !== undefined && said === unit);
  })?.[0];
}
