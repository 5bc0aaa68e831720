import { readFileSync } from "node:fs";
import { createDesk } from "@amends/desk";
import { matchExpected } from "@amends/rule-tools";
import { describe, expect, it } from "vitest";

const example = JSON.parse(readFileSync("tests/fixtures/example-45-days.json", "utf8")) as { in: unknown; expect: Record<string, unknown> };

describe("the parcel that is 45 days late", () => {
  const decided = createDesk().handle(example.in) as Record<string, unknown>;

  it.each(Object.keys(example.expect))("comes out with the expected %s", (key) => {
    expect(matchExpected(decided, { [key]: example.expect[key] })).toEqual([]);
  });
});
