import { describe, expect, it } from "vitest";
import { parseOptions, readCount } from "./parse-options.js";

const options = {
  format: { type: "string", choices: ["pretty", "json"] },
  policies: { type: "string", multiple: true },
  quiet: { type: "boolean", short: "q" },
} as const;
const parse = (...args: string[]) => parseOptions(args, options);

describe("parseOptions", () => {
  it("reads options and paths in any order", () => {
    expect(parse("a", "--policies", "p", "-q", "--policies=q", "-", "--format", "json", "--", "--b")).toEqual({
      values: { policies: ["p", "q"], quiet: true, format: "json" },
      positionals: ["a", "-", "--b"],
    });
    expect(parse("-h").values.help).toBe(true);
    expect(parse("--policies", "-").values.policies).toEqual(["-"]);
    expect(parse("--policies=--odd").values.policies).toEqual(["--odd"]);
  });

  it.each<[string[], string]>([
    [["--polices", "x"], "there is no option --polices; did you mean --policies?"],
    [["--nothing-near-it"], "there is no option --nothing-near-it"],
    [["-x"], "there is no option -x"],
    [["--quiet=yes"], "--quiet takes no value"],
    [["--policies"], "--policies needs a value"],
    [["--policies", "--quiet"], "--policies needs a value"],
    [["--format"], "--format needs a value: pretty, json"],
    [["--format", "jsn"], '--format can\'t be "jsn": it is one of pretty, json; did you mean "json"?'],
    [["--constructor"], "there is no option --constructor"],
  ])("refuses %j", (args, message) => {
    expect(() => parse(...args)).toThrow(message);
  });
});

describe("readCount", () => {
  it("reads whole numbers alone", () => {
    expect([readCount("--jobs", "0"), readCount("--jobs", "12", 1)]).toEqual([0, 12]);
    for (const text of ["-1", "1.5", "x", "", "1e3", "99999999999999999999"]) {
      expect(() => readCount("--jobs", text)).toThrow(`--jobs ${text} is no whole number`);
    }
    expect(() => readCount("--jobs", "0", 1)).toThrow("--jobs 0 is no whole number of at least 1");
  });
});
