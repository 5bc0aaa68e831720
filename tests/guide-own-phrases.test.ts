import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callAmends } from "../packages/cli/src/testing/call-amends.js";

const page = readFileSync("docs/guide/23-own-phrases-and-labels.md", "utf8");
const blocks = [...page.matchAll(/^```jsonc?\n([\s\S]*?)^```/gm)].map(([, block = ""]) => block);
const shown = [...page.matchAll(/^```sh\nnpx amends (.+)\n```\n\n```text\n([\s\S]*?)^```/gm)];
const files = [
  "lexicons/en.lexicon.json",
  "amends.config.json",
  "policies/labels.policy.json",
  "policies/labels.test.json",
  "lexicons/hasty.lexicon.json",
  "message.json",
];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "amends-guide-"));
  for (const name of ["lexicons", "policies"]) mkdirSync(join(folder, name));
  for (const [index, name] of files.entries()) writeFileSync(join(folder, name), blocks[index] ?? "");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A command in the folder, its paths as they stand in the page. */
async function call(command: string): Promise<{ code: number; printed: string }> {
  const args = command.split(" ").map((word) => (/^(policies|lexicons|message)\b/.test(word) ? join(folder, word) : word));
  const { code, out, err } = await callAmends(args);
  return { code, printed: `${out}${err}`.replaceAll(`${folder}/`, "") };
}

describe("the page on phrases and labels of one's own", () => {
  it("shows every file, and commands with what they print", () => {
    expect([blocks.length, shown.length]).toEqual([files.length, 3]);
  });

  for (const [, command = "", output] of shown) {
    it(`prints what it shows of ${command}`, async () => {
      expect((await call(command)).printed).toBe(output);
    });
  }

  it("has policies and a lexicon that pass their checks", async () => {
    expect(await call("check policies lexicons/en.lexicon.json --max-warnings 0")).toMatchObject({ code: 0 });
  });
});
