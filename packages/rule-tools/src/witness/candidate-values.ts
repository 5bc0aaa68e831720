import type { OpaqueComparison, PolicyModel } from "./policy-model.js";
import { referenceOf } from "./plain-comparison.js";

/** Values to try for the fact of a comparison that can't be reasoned on: what it is compared with, near misses, the fact's example. */
export function candidateValues({ leaf, value }: OpaqueComparison, model: PolicyModel): readonly unknown[] {
  const definition = Object.hasOwn(model.facts, leaf.fact) ? model.facts[leaf.fact] : undefined;
  const { scalars, parts, prefixes, suffixes } = model.constantsFor(leaf.fact);
  const constants = [...scalars, ...parts, ...prefixes, ...suffixes];
  if (leaf.path !== undefined) {
    const inside = [value, ...near(value), definition?.example].map((candidate) => placedAt(leaf.path as string, candidate));
    return [...inside, definition?.example, undefined];
  }
  const other = referenceOf(value);
  const shared = other === undefined ? [] : [...model.constantsFor(other).scalars, model.facts[other]?.example];
  const suits = (candidate: unknown) =>
    candidate === undefined || definition === undefined || definition.kind === "money" || definition.schema.safeParse(candidate).success;
  return [
    ...new Set([
      ...[value].flat().flatMap((each) => (typeof each === "object" ? [] : [each, ...near(each)])),
      ...constants,
      ...shared,
      definition?.example,
      undefined,
    ]),
  ].filter(suits);
}

/** Values just beside one; of a regular expression, what is left of it without its signs. */
function near(value: unknown): unknown[] {
  if (typeof value === "number") return [value - 1, value + 1];
  if (typeof value !== "string") return [];
  const digits = value
    .replace(/\(\?\w+\)/g, "")
    .replace(/\[[^\]]*0-9[^\]]*\]|\\d/g, "1")
    .replace(/\[([^\]])[^\]]*\]/g, "$1");
  const plain = digits.replace(/\{(\d+)[^}]*\}/g, (_, times: string, offset: number) =>
    (digits[offset - 1] ?? "").repeat(Math.min(Number(times), 50) - 1),
  );
  const first = plain.replace(/\(([^|()]*)\|[^()]*\)/g, "$1").replace(/^([^|]*)\|.*$/, "$1");
  return [
    first
      .replace(/[\^$*+?()]/g, "")
      .replace(/\\(.)/g, "$1")
      .replaceAll(".", "x"),
    `${value} and more`,
  ];
}

/** An object with a value at a path such as `$.a.b`. */
function placedAt(path: string, value: unknown): unknown {
  const steps = [...path.matchAll(/\.([A-Za-z_$][\w$]*)|\[(\d+)\]|\['([^']*)'\]/g)].map(([, name, index, quoted]) =>
    index === undefined ? (name ?? quoted ?? "") : Number(index),
  );
  return steps.reduceRight<unknown>((inner, step) => {
    if (typeof step === "string") return { [step]: inner };
    const list: unknown[] = Array.from({ length: Math.min(step, 100) + 1 }, () => null);
    list[step] = inner;
    return list;
  }, value);
}
