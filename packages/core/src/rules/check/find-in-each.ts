import type { PathFinding } from "./check-policy.js";
import { ruleLimits } from "../engine/rule-limits.js";

/** The findings of each item in turn, until there are as many as are ever listed: a hostile file can't make checking long. */
export function findInEach<Item>(items: Iterable<Item>, check: (item: Item, index: number) => readonly PathFinding[]): PathFinding[] {
  const findings: PathFinding[] = [];
  let index = 0;
  for (const item of items) {
    for (const finding of check(item, index)) findings.push(finding);
    if (findings.length >= ruleLimits.findings) break;
    index += 1;
  }
  return findings;
}
