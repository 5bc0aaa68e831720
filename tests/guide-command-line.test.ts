import { readFileSync } from "node:fs";
import { PassThrough, Readable } from "node:stream";
import { expect, it } from "vitest";
import { main } from "../packages/cli/src/main.js";

it("the guide shows what amends check prints of tests/fixtures/check", async () => {
  const guide = readFileSync("docs/guide/04-command-line.md", "utf8");
  const [, shown] = /<!-- output of amends check -->\n```text\n([\s\S]*?)```\n<!-- end of output -->/.exec(guide) ?? [];
  const stdout = new PassThrough();
  const streams = { stdin: Readable.from([]), stdout, stderr: new PassThrough() };
  expect(await main(["check", "tests/fixtures/check/policies"], streams, {})).toBe(1);
  expect((stdout.read() as Buffer).toString().replaceAll("tests/fixtures/check/", "")).toBe(shown);
});
