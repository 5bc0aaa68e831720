import type { PlanBoundary, PlanEntry, PlanNode, RangesNode, ValuesNode } from "@amends/core/rules/plan";
import { commentText, literal } from "./literal.js";
import type { ModuleScope } from "./module-scope.js";
import type { SlotCode } from "./slot-code.js";
import type { TestCode } from "./test-code.js";

/** Statements, the local names they read, how many rules they test, and the smallest place of a rule that may fire in them. */
interface Fragment {
  readonly lines: readonly string[];
  readonly uses: ReadonlySet<string>;
  readonly weight: number;
  readonly first: number;
}

/** How many rules stand in one function. */
const rulesInFunction = 50;
/** How many rules are tested before the next look whether rules that far behind still count. */
const rulesAGuard = 8;
/** A part with fewer rules isn't worth a function of its own, unless it stands in several places. */
const worthFunction = 8;
const worthSharing = 2;
/** With more cases than this, a value's place in a table decides. */
const casesAtMost = 12;

const nothing: Fragment = { lines: [], uses: new Set(), weight: 0, first: Number.POSITIVE_INFINITY };

/** Writes the tree of a plan as nested `switch` statements that push the places of rules onto `hits`. */
export class PlanCode {
  readonly functions: string[] = [];
  readonly #scope: ModuleScope;
  readonly #slots: SlotCode;
  readonly #tests: TestCode;
  readonly #names: readonly string[];
  readonly #visits = new Map<PlanNode, number>();
  readonly #shared = new Map<PlanNode, Fragment>();
  readonly #placeNames = new Map<string, string>();

  /** `names` are the rules' names by place, for comments. */
  constructor(scope: ModuleScope, slots: SlotCode, tests: TestCode, names: readonly string[]) {
    this.#scope = scope;
    this.#slots = slots;
    this.#tests = tests;
    this.#names = names;
  }

  /** The statements of a tree; what is too long for one function goes to `functions`. */
  statements(root: PlanNode | undefined): Fragment {
    if (root === undefined) return nothing;
    this.#count(root);
    return this.#node(root, "");
  }

  #count(node: PlanNode): void {
    const before = this.#visits.get(node) ?? 0;
    this.#visits.set(node, before + 1);
    if (before === 0) for (const child of childrenOf(node)) this.#count(child);
  }

  #node(node: PlanNode | undefined, where: string): Fragment {
    if (node === undefined) return nothing;
    const known = this.#shared.get(node);
    if (known !== undefined) return known;
    const written =
      node.kind === "rules"
        ? this.#rules(node.entries, where)
        : node.kind === "values"
          ? this.#values(node, where)
          : this.#ranges(node, where);
    if ((this.#visits.get(node) ?? 0) < 2) return written;
    const shared = written.weight > worthSharing ? this.#outlined(written, where) : written;
    this.#shared.set(node, shared);
    return shared;
  }

  #rules(entries: readonly PlanEntry[], where: string): Fragment {
    const parts = slices(entries, rulesInFunction).map((part) => {
      const groups = slices(part, rulesAGuard).map((group) => joined(group.map((entry) => this.#entry(entry))));
      return joined(groups.map((group, index) => (index === 0 ? group : guarded(group))));
    });
    return parts.length === 1 ? (parts[0] ?? nothing) : joined(parts.map((part) => this.#outlined(part, where)));
  }

  #entry({ rule, tests }: PlanEntry): Fragment {
    const push = `hits.push(${rule}); // ${this.#names[rule] ?? ""}`;
    if (tests.length === 0) return { lines: [push], uses: new Set(), weight: 1, first: rule };
    const { text, uses } = this.#tests.all(tests);
    return { lines: [`if (${text}) ${push}`], uses: new Set(uses), weight: 1, first: rule };
  }

  #values(node: ValuesNode, where: string): Fragment {
    const value = this.#slots.value(node.slot);
    const label = this.#slots.label(node.slot);
    const byNode = new Map<PlanNode, unknown[]>();
    for (const [constant, child] of node.cases) {
      if (typeof constant === "object" && constant !== null) continue;
      const constants = byNode.get(child);
      if (constants === undefined) byNode.set(child, [constant]);
      else constants.push(constant);
    }
    const otherwise = this.#node(node.otherwise, where);
    const cases = [...byNode].map(([child, constants]) => {
      const said = commentText(
        `${label} is ${constants.map((constant) => (typeof constant === "string" ? `"${constant}"` : literal(constant))).join(" or ")}`,
      );
      return { constants, said, body: this.#node(child, where === "" ? said : commentText(`${where}, ${said}`)) };
    });
    const bodies = this.#fitted([otherwise, ...cases.map(({ body }) => body)], where);
    const [rest = nothing, ...fitted] = bodies;
    const choices = cases.map(({ constants, said }, index) => ({ constants, said, body: fitted[index] ?? nothing }));
    const size = choices.reduce((sum, { constants }) => sum + constants.length, 0);
    const chosen = size <= casesAtMost ? switchOver(value, choices) : this.#table(value, choices, where);
    return joined([{ ...chosen, uses: new Set([...chosen.uses, value]) }, rest]);
  }

  /** Many values: a table gives the place of the value's case, and numbers are quick to switch over. */
  #table(value: string, choices: readonly Choice[], where: string): Fragment {
    const places = choices.flatMap(({ constants }, place) => constants.map((constant) => `[${literal(constant)}, ${place}]`));
    const table = this.#scope.declare(`${value}Places`, `new Map([${places.join(", ")}])`);
    const place = this.#placeName(value);
    const numbered = choices.map(({ said, body }, index) => ({ constants: [index], said, body }));
    const parts: Choice[][] = [[]];
    let weight = 0;
    for (const choice of numbered) {
      if (weight > 0 && weight + choice.body.weight > rulesInFunction) {
        parts.push([]);
        weight = 0;
      }
      parts.at(-1)?.push(choice);
      weight += Math.max(choice.body.weight, 0.25);
    }
    const read = `const ${place} = ${table}.get(${value});`;
    const [only] = parts;
    const inner =
      parts.length === 1 && only !== undefined
        ? switchOver(place, only)
        : chooseBetween(
            place,
            parts.map((part) => ({
              from: part[0]?.constants[0] as number,
              body: this.#outlined(withUse(switchOver(place, part), place), where),
            })),
          );
    const uses = new Set([...inner.uses].filter((name) => name !== place));
    uses.add(value);
    return { ...inner, lines: ["{", ...indented([read, ...inner.lines]), "}"], uses };
  }

  #placeName(value: string): string {
    const known = this.#placeNames.get(value);
    if (known !== undefined) return known;
    const name = this.#scope.names.take(`${value}Place`);
    this.#placeNames.set(value, name);
    return name;
  }

  #ranges(node: RangesNode, where: string): Fragment {
    const value = this.#slots.number(node.slot);
    const label = this.#slots.label(node.slot);
    const otherwise = this.#node(node.otherwise, where);
    const segments = node.segments.map((segment, index) => {
      const said = commentText(`${label} ${spanOf(node.boundaries[index - 1], node.boundaries[index])}`);
      return this.#node(segment, where === "" ? said : commentText(`${where}, ${said}`));
    });
    const [rest = nothing, ...fitted] = this.#fitted([otherwise, ...segments], where);
    const chosen = segmentsOf(value, node.boundaries, fitted);
    const isFirstUsed = (fitted[0]?.lines.length ?? 0) > 0;
    // Comparisons with what is no number are false, which would lead to the first segment.
    const lines = isFirstUsed ? [`if (${value} === ${value}) {`, ...indented(chosen.lines), "}"] : chosen.lines;
    return joined([{ ...chosen, lines, uses: new Set([...chosen.uses, value]) }, rest]);
  }

  /** Moves the largest parts into functions until the rest is short enough for one. */
  #fitted(parts: readonly Fragment[], where: string): Fragment[] {
    const fitted = [...parts];
    let weight = fitted.reduce((sum, part) => sum + part.weight, 0);
    const bySize = [...fitted.keys()].sort((left, right) => (fitted[right]?.weight ?? 0) - (fitted[left]?.weight ?? 0));
    for (const index of bySize) {
      const part = fitted[index] ?? nothing;
      if (weight <= rulesInFunction || part.weight < worthFunction) break;
      const outlined = this.#outlined(part, where);
      weight += outlined.weight - part.weight;
      fitted[index] = outlined;
    }
    return fitted;
  }

  #outlined(part: Fragment, where: string): Fragment {
    if (part.weight <= 1) return part;
    const name = this.#scope.names.take(`find${this.functions.length + 1}`);
    const parameters = ["hits", ...part.uses];
    const said = where === "" ? [] : [`// ${where}`];
    this.functions.push([...said, `function ${name}(${parameters.join(", ")}) {`, ...indented(part.lines), "}"].join("\n"));
    return guarded({ ...part, lines: [`${name}(${parameters.join(", ")});`], weight: 1 });
  }
}

interface Choice {
  readonly constants: readonly unknown[];
  readonly said: string;
  readonly body: Fragment;
}

function switchOver(value: string, choices: readonly Choice[]): Fragment {
  const written = choices.filter(({ body }) => body.lines.length > 0);
  const lines = written.flatMap(({ constants, said, body }) => [
    ...constants.map((constant) => `case ${literal(constant)}:`),
    ...(constants.some((constant) => typeof constant === "number") ? [`  // ${said}`] : []),
    ...indented(body.lines),
    "  break;",
  ]);
  const fragment = joined(written.map(({ body }) => body));
  return lines.length === 0 ? nothing : { ...fragment, lines: [`switch (${value}) {`, ...indented(lines), "}"] };
}

/** A choice between parts that each begin at a place; a value without a place takes none of them. */
function chooseBetween(place: string, parts: readonly { readonly from: number; readonly body: Fragment }[]): Fragment {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only.body;
  const middle = parts.length >> 1;
  const [low, high] = [chooseBetween(place, parts.slice(0, middle)), chooseBetween(place, parts.slice(middle))];
  return {
    lines: [`if (${place} < ${parts[middle]?.from}) {`, ...indented(low.lines), "} else {", ...indented(high.lines), "}"],
    uses: new Set([...low.uses, ...high.uses]),
    weight: low.weight + high.weight,
    first: Math.min(low.first, high.first),
  };
}

/** A binary search over the boundaries, written out. */
function segmentsOf(value: string, boundaries: readonly PlanBoundary[], segments: readonly Fragment[]): Fragment {
  const [first = nothing] = segments;
  if (boundaries.length === 0) return first;
  if (segments.every((segment) => segment.lines.length === 0)) return nothing;
  const middle = boundaries.length >> 1;
  const { at, above } = boundaries[middle] as PlanBoundary;
  const low = segmentsOf(value, boundaries.slice(0, middle), segments.slice(0, middle + 1));
  const high = segmentsOf(value, boundaries.slice(middle + 1), segments.slice(middle + 1));
  const uses = new Set([...low.uses, ...high.uses, value]);
  const weight = low.weight + high.weight;
  const least = Math.min(low.first, high.first);
  const isHigh = `${value} ${above ? ">" : ">="} ${literal(at)}`;
  if (high.lines.length === 0) return { lines: [`if (!(${isHigh})) {`, ...indented(low.lines), "}"], uses, weight, first: least };
  const otherwise = low.lines.length === 0 ? ["}"] : ["} else {", ...indented(low.lines), "}"];
  return { lines: [`if (${isHigh}) {`, ...indented(high.lines), ...otherwise], uses, weight, first: least };
}

function spanOf(from: PlanBoundary | undefined, to: PlanBoundary | undefined): string {
  const lower = from === undefined ? "" : `${from.above ? ">" : ">="} ${literal(from.at)}`;
  const upper = to === undefined ? "" : `${to.above ? "<=" : "<"} ${literal(to.at)}`;
  return [lower, upper].filter((text) => text !== "").join(" and ");
}

function childrenOf(node: PlanNode): PlanNode[] {
  if (node.kind === "rules") return [];
  const children = node.kind === "values" ? [...new Set(node.cases.values())] : node.segments;
  return [...children, node.otherwise].filter((child) => child !== undefined);
}

/** Statements that are passed over where only rules before them count; `hits.end` is undefined where all do. */
function guarded(part: Fragment): Fragment {
  const condition = `if (!(hits.end <= ${part.first}))`;
  const [only] = part.lines;
  const lines = part.lines.length === 1 ? [`${condition} ${only}`] : [`${condition} {`, ...indented(part.lines), "}"];
  return { ...part, lines };
}

function joined(parts: readonly Fragment[]): Fragment {
  return {
    lines: parts.flatMap(({ lines }) => lines),
    uses: new Set(parts.flatMap(({ uses }) => [...uses])),
    weight: parts.reduce((sum, { weight }) => sum + weight, 0),
    first: parts.reduce((least, { first }) => Math.min(least, first), Number.POSITIVE_INFINITY),
  };
}

function withUse(part: Fragment, name: string): Fragment {
  return { ...part, uses: new Set([...part.uses, name]), weight: Math.max(part.weight, 2) };
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function slices<Entry>(entries: readonly Entry[], length: number): Entry[][] {
  return Array.from({ length: Math.max(1, Math.ceil(entries.length / length)) }, (_, index) =>
    entries.slice(index * length, (index + 1) * length),
  );
}
