import { PassThrough, Readable } from "node:stream";
import { expect, it } from "vitest";
import { main } from "../packages/cli/src/main.js";

it("the standard policies and their tests pass amends check, lint and all, without a warning", async () => {
  const stdout = new PassThrough();
  const streams = { stdin: Readable.from([]), stdout, stderr: new PassThrough() };
  const code = await main(["check", "packages", "--max-warnings", "0"], streams, {});
  expect((stdout.read() as Buffer).toString()).toMatch(/^✓ \d+ policies, \d+ test files and \d+ packs: nothing wrong\n$/);
  expect(code).toBe(0);
});
