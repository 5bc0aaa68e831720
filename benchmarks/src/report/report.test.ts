import { describe, expect, it } from "vitest";
import { benchmarksPage } from "./benchmarks-page.js";
import { formatFigure } from "./format-figures.js";
import { describeMachine } from "./machine.js";
import { markdownTable } from "./markdown-table.js";
import { hostname } from "node:os";

it("tables line up", () => {
  expect(
    markdownTable(
      ["engine", "µs"],
      [
        ["a long name", "1"],
        ["b", "1,234"],
      ],
    ),
  ).toBe(["| engine      |    µs |", "|-------------|------:|", "| a long name |     1 |", "| b           | 1,234 |"].join("\n"));
});

it.each([
  [0.031_449, "0.0314"],
  [2.749, "2.75"],
  [132.4, "132"],
  [276_089, "276,000"],
  [Number.NaN, "–"],
])("%f reads %s", (value, text) => expect(formatFigure(value)).toBe(text));

describe("the page", () => {
  const titles = ["Rules", "Command line"];
  const first = benchmarksPage("", [{ title: "Command line", text: "c1" }], titles);

  it("puts sections in order and keeps those that weren't measured", () => {
    const second = benchmarksPage(first, [{ title: "Rules", text: "r1\n\n### Targets\n\nt" }], titles);
    expect(second).toMatch(/## Rules\n\nr1\n\n### Targets\n\nt\n\n## Command line\n\nc1\n$/);
    const third = benchmarksPage(second, [{ title: "Rules", text: "r2" }], titles);
    expect(third).toMatch(/## Rules\n\nr2\n\n## Command line\n\nc1\n$/);
    expect(third).not.toContain("r1");
  });

  it("drops sections that nobody measures any more", () => {
    expect(benchmarksPage(`${first}\n## Old\n\no\n`, [], titles)).toBe(first);
  });
});

it("a machine is described without its name", () => {
  expect(describeMachine()).toContain(`Node ${process.versions.node}`);
  expect(describeMachine()).not.toContain(hostname());
});
