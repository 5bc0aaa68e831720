import type { ConditionNode, NamedConditions } from "../engine/condition-node.js";
import type { ReadableFacts } from "../engine/readable-facts.js";
import { variablesOf } from "./changeable-facts.js";
import { compileLeafTest } from "./leaf-test.js";

/** How many facts would have to change at least before a condition comes out as wanted. Infinity: none will do. */
export type ChangeBound = (facts: ReadableFacts) => number;

/** The bound of a condition. */
export interface BoundPart {
  readonly bound: ChangeBound;
  /** Every fact that it reads. */
  readonly facts: ReadonlySet<string>;
}

/** What compiling bounds carries along; each shared condition is compiled once for each outcome. */
export interface BoundScope {
  readonly conditions: NamedConditions;
  readonly shared: Map<string, BoundPart>;
}

/** Compiles the bound of a rule: never more than the true number, and exact where each fact is compared once. */
export function compileChangeBound(root: ConditionNode, scope: BoundScope): BoundPart {
  return compile(root, true, scope);
}

const unreachable: BoundPart = { bound: () => Number.POSITIVE_INFINITY, facts: new Set() };
const settled: BoundPart = { bound: () => 0, facts: new Set() };

function compile(node: ConditionNode, wanted: boolean, scope: BoundScope): BoundPart {
  if (node.kind === "not") return compile(node.member, !wanted, scope);
  if (node.kind === "reference") return compileShared(node.condition, wanted, scope);
  if (node.kind === "fact") {
    const holds = compileLeafTest(node);
    const facts = new Set(variablesOf(node));
    const step = facts.size === 0 ? Number.POSITIVE_INFINITY : 1;
    return { bound: (given) => (holds(given) === wanted ? 0 : step), facts };
  }
  // Both kinds of group are true when empty.
  if (node.members.length === 0) return wanted ? settled : unreachable;
  const parts = node.members.map((member) => compile(member, wanted, scope));
  return (node.kind === "all") === wanted ? together(parts) : either(parts);
}

function compileShared(name: string, wanted: boolean, scope: BoundScope): BoundPart {
  const key = `${wanted}${name}`;
  const known = scope.shared.get(key);
  if (known !== undefined) return known;
  const node = scope.conditions.get(name);
  const part = node === undefined ? unreachable : compile(node, wanted, scope);
  scope.shared.set(key, part);
  return part;
}

function either(parts: readonly BoundPart[]): BoundPart {
  const bounds = parts.map(({ bound }) => bound);
  return {
    facts: union(parts),
    bound: (facts) => {
      let least = Number.POSITIVE_INFINITY;
      for (const bound of bounds) {
        const needed = bound(facts);
        if (needed === 0) return 0;
        if (needed < least) least = needed;
      }
      return least;
    },
  };
}

/** Parts without a fact in common add up; of those that share facts, only the most demanding one counts. */
function together(parts: readonly BoundPart[]): BoundPart {
  if (parts.length === 1) return parts[0] as BoundPart;
  const clusters = sharingFacts(parts).map((cluster) => demanding(cluster));
  const [only] = clusters;
  const facts = union(parts);
  if (clusters.length === 1 && only !== undefined) return { facts, bound: only };
  return {
    facts,
    bound: (given) => {
      let sum = 0;
      for (const bound of clusters) sum += bound(given);
      return sum;
    },
  };
}

/** Within a cluster, parts that read one fact alone add up over their facts, and a part that reads several may need more of its own. */
function demanding(parts: readonly BoundPart[]): ChangeBound {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only.bound;
  const single = new Map<string, ChangeBound[]>();
  const several: BoundPart[] = [];
  for (const part of parts) {
    const [name] = part.facts;
    if (part.facts.size > 1 || name === undefined) several.push(part);
    else {
      const bounds = single.get(name);
      if (bounds === undefined) single.set(name, [part.bound]);
      else bounds.push(part.bound);
    }
  }
  const singles = [...single].map(([name, bounds]) => ({ name, bound: mostOf(bounds) }));
  const wide = several.map(({ bound, facts }) => ({ bound, own: singles.flatMap(({ name }, index) => (facts.has(name) ? [index] : [])) }));
  return (given) => {
    const needed = singles.map(({ bound }) => bound(given));
    const sum = needed.reduce((total, each) => total + each, 0);
    let more = 0;
    for (const { bound, own } of wide) {
      const within = own.reduce((total, index) => total + (needed[index] as number), 0);
      more = Math.max(more, bound(given) - within);
    }
    return sum === Number.POSITIVE_INFINITY ? sum : sum + more;
  };
}

function mostOf(bounds: readonly ChangeBound[]): ChangeBound {
  const [only] = bounds;
  if (bounds.length === 1 && only !== undefined) return only;
  return (facts) => {
    let most = 0;
    for (const bound of bounds) most = Math.max(most, bound(facts));
    return most;
  };
}

/** Parts that read a fact in common, directly or by way of others, stand together. */
function sharingFacts(parts: readonly BoundPart[]): BoundPart[][] {
  const leaders = parts.map((_, index) => index);
  const leaderOf = (index: number): number => {
    let at = index;
    while (leaders[at] !== at) {
      leaders[at] = leaders[leaders[at] as number] as number;
      at = leaders[at] as number;
    }
    return at;
  };
  const firstWith = new Map<string, number>();
  for (const [index, { facts }] of parts.entries()) {
    for (const name of facts) {
      const first = firstWith.get(name);
      if (first === undefined) firstWith.set(name, index);
      else leaders[leaderOf(index)] = leaderOf(first);
    }
  }
  const clusters = new Map<number, BoundPart[]>();
  for (const [index, part] of parts.entries()) {
    const leader = leaderOf(index);
    const cluster = clusters.get(leader);
    if (cluster === undefined) clusters.set(leader, [part]);
    else cluster.push(part);
  }
  return [...clusters.values()];
}

function union(parts: readonly BoundPart[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const { facts } of parts) for (const name of facts) all.add(name);
  return all;
}
