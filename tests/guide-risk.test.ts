import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { expect, it } from "vitest";
import { main } from "../packages/cli/src/main.js";

async function amends(args: readonly string[], input = ""): Promise<{ code: number; out: string }> {
  const stdout = new PassThrough();
  const chunks: Buffer[] = [];
  stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  const code = await main(args, { stdin: Readable.from([Buffer.from(input)]), stdout, stderr: new PassThrough() }, {});
  return { code, out: Buffer.concat(chunks).toString() };
}

it("the guide shows what amends calibrate prints of made-up claims", async () => {
  const guide = readFileSync("docs/guide/20-risk.md", "utf8");
  const [, shown] = /<!-- output of amends calibrate -->\n```text\n([\s\S]*?)```\n<!-- end of output -->/.exec(guide) ?? [];
  const claims = (await amends(["calibrate", "--generate", "3000", "--seed", "11"])).out;
  const path = join(mkdtempSync(join(tmpdir(), "amends-guide-risk-")), "calibrated-risk-score.policy.json");
  const { code, out } = await amends(["calibrate", "-", "--out", path], claims);
  expect(code).toBe(0);
  expect(out.replace(path, "calibrated-risk-score.policy.json")).toBe(shown);
});
