import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileRun, hostileText } from "../testing/hostile-run.js";
import { reportFindingsAsGithub, reportGithub } from "./report-github.js";

const unescape = (text: string) =>
  text.replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");

/** Reads commands as the runner does: one a line, properties up to the second "::". */
function read(text: string) {
  return text
    .split(/\r\n|[\n\r\u2028\u2029\u0085]/)
    .slice(0, -1)
    .map((line) => {
      const [, level, properties = "", message = ""] = /^::(\w+) ?(.*?)::(.*)$/.exec(line) ?? [];
      const pairs = properties
        .split(",")
        .filter((pair) => pair !== "")
        .map((pair) => [pair.slice(0, pair.indexOf("=")), unescape(pair.slice(pair.indexOf("=") + 1))] as const);
      return { level, message: unescape(message), ...Object.fromEntries(pairs) };
    });
}

describe("reportGithub", () => {
  it("annotates failures, findings, and what is to be looked at", () => {
    const { run } = hostileRun(["a, b: 50%", "why", "fax"]);
    const commands = read(reportGithub(run, { complaints: ["too little"] }));
    expect(commands.map(({ level }) => level)).toEqual(["error", "error", "error", "notice", "notice", "error", "error"]);
    expect(commands[0]).toMatchObject({ title: "rule_unknown", file: "a, b: 50%.test.json" });
    expect(commands[1]).toMatchObject({ title: "sample/targets: fails a, b: 50%", line: "15", col: "5" });
    expect(commands[1]?.message).toContain('  ✘ ticket.channel equal "email"  it is "live_chat"');
    expect(commands.at(-1)).toMatchObject({ title: "amends test", message: "too little" });
  });

  it("stays one command a line whatever names say", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 3, maxLength: 3 }), (texts) => {
        const { run } = hostileRun(texts);
        const commands = read(reportGithub(run, { complaints: texts }));
        const notices = run.results.filter(({ holds, review }) => holds === true || review !== undefined).length;
        expect(commands).toHaveLength(run.findings.length + run.summary.failed + notices + texts.length);
        expect(commands.every(({ level }) => level === "error" || level === "notice")).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe("reportFindingsAsGithub", () => {
  it("tells warnings from errors, and shows the witness", () => {
    const witness = { facts: { "order.total": 5 }, says: "nobody decides" };
    const text = reportFindingsAsGithub([
      { code: "gap", message: "a gap", file: "a.json", line: 1, severity: "warning", witness },
      { code: "x", message: "bad", fix: "mend it" },
    ]);
    expect(text).toBe(
      '::warning file=a.json,line=1,title=gap::a gap%0Anobody decides: {"order.total":5}\n::error title=x::bad (mend it)\n',
    );
  });
});

it("turns no text around", () => {
  expect(reportFindingsAsGithub([{ code: "x", message: "a\u202Eb", file: "c\u2066d.json" }])).toBe("::error file=c d.json,title=x::a b\n");
});
