import { describe, expect, it } from "vitest";
import { evaluationsOf, impuritiesOf } from "./find-impurities.js";
import { parse } from "./read-workspace.js";

const impurities = (text: string) => impuritiesOf(parse("sample.ts", text)).map(({ what }) => what);
const evaluations = (text: string) => evaluationsOf(parse("sample.ts", text)).map(({ what }) => what);

describe("impuritiesOf", () => {
  it.each([
    ["const t = Date.now();", "Date.now"],
    ['const t = Date["now"]();', "Date.now"],
    ["const t = globalThis.Date.now();", "Date.now"],
    ["const read = Date.now;", "Date.now"],
    ["const { now } = Date;", "Date.now"],
    ["const t = new Date();", "new Date()"],
    ["const t = new Date;", "new Date()"],
    ["const t = Date();", "Date()"],
    ["const r = Math.random();", "Math.random"],
    ["const t = performance.now();", "performance"],
    ["setTimeout(() => {}, 1);", "setTimeout"],
    ["const get = fetch;", "fetch"],
    ["const get = globalThis.fetch;", "fetch"],
    ["const host = { process };", "process"],
    ["const zone = process.env.TZ;", "process"],
    ["const id = crypto.randomUUID();", "crypto"],
  ])("finds the one in %s", (text, what) => {
    expect(impurities(text)).toEqual([what]);
  });

  it.each([
    "const t = new Date(now);",
    "const t = Date.UTC(2026, 0);",
    "const x = Math.max(1, 2);",
    "// Date.now() and Math.random()",
    'const text = "Date.now()";',
    "type Handler = { process(message: string): void; fetch: string };",
    "const desk = { process: 1 }; desk.process;",
    "function run(process: () => void) { process(); }",
    "const get = (deps: { fetch: typeof fetch }) => deps.fetch;",
    "class Desk { process() { return 1; } }",
  ])("finds none in %s", (text) => {
    expect(impurities(text)).toEqual([]);
  });
});

describe("evaluationsOf", () => {
  it("finds text run as code", () => {
    expect(evaluations('eval("1"); new Function("return 1"); Function("return 1"); const run = eval;')).toEqual([
      "eval",
      "new Function",
      "Function",
      "eval",
    ]);
  });

  it("passes types, comments and prototypes", () => {
    expect(evaluations("type F = Function; /* eval() */ const p = Function.prototype; const o = { eval: 1 };")).toEqual([]);
  });
});
