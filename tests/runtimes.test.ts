import { createHash } from "node:crypto";
import { intlZoneProvider, localTimeOf, zoneDifferences } from "@amends/core/time";
import { describe, expect, it, vi } from "vitest";
import { compareAnswers } from "../scripts/runtimes/compare-answers.js";
import { compareRuns } from "../scripts/runtimes/compare-runs.js";
import { buildPackages } from "../scripts/runtimes/packed-project.js";
import { pinnedZones } from "../scripts/runtimes/program/zone-data.js";
import { changesOf } from "../scripts/runtimes/read-zone-data.js";
import { runRuntime, type RuntimeOutcome } from "../scripts/runtimes/run-runtime.js";
import { RuntimeMissingError } from "../scripts/runtimes/runtime.js";
import { runtimesTable, textDifferences } from "../scripts/runtimes/runtimes-table.js";

const line = (name: string, value: unknown) => {
  const text = JSON.stringify(value);
  return `{"name":${JSON.stringify(name)},"sha256":"${createHash("sha256").update(text).digest("hex")}","value":${text}}`;
};
const outcome = (title: string, lines: readonly string[], evaluations: readonly string[] = []): RuntimeOutcome => ({
  runtime: { id: title.toLowerCase(), title },
  run: { version: "1.0.0", lines, evaluations },
});

describe("compareAnswers", () => {
  it("finds nothing where the bytes are the same", () => {
    const lines = [line("a", { list: [1, { deep: null }] }), line("b", "ß")];
    expect(compareAnswers(lines, [...lines])).toEqual([]);
  });

  it("names each place that differs", () => {
    const left = [line("case/1", { sla: { dueAt: "x" }, list: [1, 2, 3], same: true })];
    const right = [line("case/1", { sla: { dueAt: "y" }, list: [1, 9], same: true, more: [] })];
    expect(compareAnswers(left, right)).toEqual([
      { answer: "case/1", path: "sla.dueAt", expected: "x", actual: "y" },
      { answer: "case/1", path: "list[1]", expected: 2, actual: 9 },
      { answer: "case/1", path: "list[2]", expected: 3, actual: undefined },
      { answer: "case/1", path: "more", expected: undefined, actual: [] },
    ]);
  });

  it("tells a list from an object, null from nothing, and a missing answer", () => {
    expect(compareAnswers([line("a", { x: [] })], [line("a", { x: {} })])).toEqual([{ answer: "a", path: "x", expected: [], actual: {} }]);
    expect(compareAnswers([line("a", null)], [])).toEqual([{ answer: "a", path: "", expected: null, actual: undefined }]);
  });

  it("minds the order of members and of answers, which no path names", () => {
    const [left, right] = [line("a", { x: 1, y: 2 }), line("a", { y: 2, x: 1 })];
    expect(compareAnswers([left], [right])).toEqual([{ answer: "a", path: "", expected: left, actual: right }]);
    const lines = [line("a", 1), line("b", 2)];
    expect(compareAnswers(lines, lines.toReversed())).toEqual([{ answer: "", path: "", expected: ["a", "b"], actual: ["b", "a"] }]);
  });

  it("refuses an answer that comes twice", () => {
    expect(() => compareAnswers([line("a", 1), line("a", 1)], [])).toThrow(/"a" comes twice/);
  });
});

describe("compareRuns", () => {
  const zones = line("zones asked of the runtime", []);
  const run = (due: string, text: string, localeData: string) => [
    line("case/1", { dueAt: due }),
    line("text/reply/de", text),
    line("text/locale data", localeData),
    zones,
  ];

  it("excuses other texts only where the locale data are other ones", () => {
    const { ok, runtimes } = compareRuns([
      outcome("A", run("1", "um", "l1")),
      outcome("B", run("1", "gegen", "l2")),
      outcome("C", run("1", "um", "l1")),
    ]);
    expect(ok).toBe(true);
    expect(runtimes.map(({ result }) => result)).toEqual(["same bytes", "same bytes", "same bytes"]);
    expect(runtimes[1]?.textDifferences.map(({ answer }) => answer)).toEqual(["text/reply/de"]);
    expect(textDifferences({ ok, runtimes })).toBe('- B, beside A:\n  - `text/reply/de`: `"um"` became `"gegen"`');
    const unexcused = compareRuns([outcome("A", run("1", "um", "l1")), outcome("B", run("1", "gegen", "l1"))]);
    expect(unexcused.ok).toBe(false);
    expect(unexcused.runtimes[1]?.differences).toHaveLength(1);
  });

  it("excuses the text of a case and the hashes over it, and nothing without a text", () => {
    const decided = (text: string, hash: string, tier: number) =>
      line("case/1", { remedies: { tier }, reply: { text }, audit: { decided: hash, previous: null } });
    const later = (previous: string) => line("case/2", { reply: { text: "same" }, audit: { previous } });
    const runs = (text: string, hash: string, tier: number, localeData: string) => [
      decided(text, hash, tier),
      later(hash),
      line("text/locale data", localeData),
      zones,
    ];
    const result = (...other: Parameters<typeof runs>) =>
      compareRuns([outcome("A", runs("a", "1", 2, "l1")), outcome("B", runs(...other))]).runtimes[1];
    expect(result("b", "2", 2, "l2")).toMatchObject({
      result: "same decisions",
      differences: [],
      textDifferences: [{ answer: "case/1", path: "reply.text" }],
    });
    expect(result("b", "2", 3, "l2")).toMatchObject({ result: "different", differences: [{ path: "remedies.tier" }] });
    expect(result("a", "2", 2, "l2")).toMatchObject({ result: "different" });
    expect(result("b", "2", 2, "l1")).toMatchObject({ result: "different" });
  });

  it("excuses no other decision", () => {
    const comparison = compareRuns([outcome("A", run("1", "um", "l1")), outcome("B", run("2", "um", "l2"))]);
    expect(comparison.ok).toBe(false);
    expect(comparison.runtimes[1]).toMatchObject({ result: "different", differences: [{ answer: "case/1", path: "dueAt" }] });
    expect(runtimesTable(comparison)).toContain("| B | 1.0.0 | 4 | different |");
    expect(runtimesTable(comparison)).toContain('- `case/1` `dueAt`: `"1"` became `"2"`');
  });

  it("refuses zones of the runtime's own and evaluated strings", () => {
    const asking = [line("zones asked of the runtime", ["Europe/Paris"]), ...run("1", "um", "l1").slice(0, 3)];
    expect(compareRuns([outcome("A", asking)]).runtimes[0]?.problems).toEqual(["asked the runtime's own zone data for Europe/Paris"]);
    expect(compareRuns([outcome("A", run("1", "um", "l1"), ["script-src in x.js:1"])])).toMatchObject({ ok: false });
  });

  it("says what failed and what wasn't there", async () => {
    const failing = (error: Error) => runRuntime({ id: "x", title: "X", run: () => Promise.reject(error) }, ".");
    const { ok, runtimes } = compareRuns([await failing(new RuntimeMissingError("none is installed")), outcome("A", run("1", "um", "l1"))]);
    expect(ok).toBe(true);
    expect(runtimes[0]).toMatchObject({ result: "not run", problems: ["none is installed"] });
    expect(compareRuns([await failing(new Error("ended with 1"))])).toMatchObject({ ok: false, runtimes: [{ result: "failed" }] });
  });
});

describe("buildPackages", () => {
  const packages = [{ folder: "packages/core", manifest: { name: "@amends/core", version: "1.0.0" } }] as never;
  const ended = (status: number) => {
    const asked: string[] = [];
    const run = async (command: string, args: readonly string[]) => {
      asked.push([command, ...args].join(" "));
      return { status, stdout: "two hundred lines\n", stderr: "what went wrong" };
    };
    return { asked, built: buildPackages(packages, run) };
  };

  it("keeps what the build writes to itself, unless it fails", async () => {
    const write = vi.spyOn(process.stdout, "write");
    const { asked, built } = ended(0);
    await built;
    expect(asked).toEqual(["node scripts/run-pnpm.mjs --recursive --filter=@amends/core run build"]);
    expect(write).not.toHaveBeenCalled();
    write.mockRestore();
    await expect(ended(1).built).rejects.toThrow("the packages couldn't be built:\ntwo hundred lines\nwhat went wrong");
  });
});

describe("runRuntime", () => {
  const running = (lines: readonly string[]) => runRuntime({ id: "x", title: "X", run: async () => ({ version: "1", lines }) }, ".");

  it("checks the hash of each line over the bytes that arrived", async () => {
    expect(await running([line("a", "ß")])).toMatchObject({ run: { version: "1" } });
    expect(await running([line("a", "ß").replace("ß", "ss")])).toMatchObject({
      missing: false,
      problem: expect.stringContaining("other bytes") as string,
    });
    expect(await running([])).toMatchObject({ problem: "the program wrote nothing" });
  });
});

describe("pinned zones", () => {
  // As moment-timezone has them: minutes west of UTC, each until an instant.
  const berlin = {
    untils: [Date.UTC(1995, 8, 24, 1), Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1), Infinity],
    offsets: [-120, -60, -120, -60],
  };
  const zones = pinnedZones({
    name: "test",
    version: "2026a",
    zones: { "Europe/Berlin": changesOf(berlin) },
    links: { "Arctic/Longyearbyen": "Europe/Berlin" },
  });

  it("read the changes since 2000, in seconds east of UTC", () => {
    expect(changesOf(berlin)).toEqual({ until: [Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1)], offsets: [3600, 7200, 3600] });
  });

  it("tell the time as the runtime does, by any spelling and by links", () => {
    const [from, to] = [Date.UTC(2026, 0, 1), Date.UTC(2026, 11, 31)];
    expect(zoneDifferences(zones, intlZoneProvider, { zones: ["Europe/Berlin"], from, to })).toEqual([]);
    expect(localTimeOf(Date.UTC(2026, 2, 29, 1), "europe/berlin", zones)).toBe("03:00");
    expect(localTimeOf(Date.UTC(2026, 2, 29, 0, 59), "Arctic/Longyearbyen", zones)).toBe("01:59");
    expect(zones.has("Europe/Paris")).toBe(false);
  });
});
