import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../packages/cli/src/main.js";

const page = "docs/guide/09-testing-policies.md";
const text = readFileSync(page, "utf8");
const shown = [...text.matchAll(/^```sh\nnpx amends (.+)\n```\n\n```text\n([\s\S]*?)^```/gm)];

const blockOf = (path: string, fence: string, key: string): string => {
  const blocks = [...readFileSync(path, "utf8").matchAll(new RegExp(`^\`\`\`${fence}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(
    ([, block = ""]) => block,
  );
  return blocks.find((block) => Object.hasOwn(JSON.parse(block) as object, key)) ?? "";
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "amends-guide-"));
  mkdirSync(join(folder, "policies"));
  const write = (name: string, content: string) => writeFileSync(join(folder, "policies", name), content);
  write("urgent-wedding.policy.json", blockOf("docs/guide/02-policies.md", "json", "rules"));
  write("urgent-wedding.test.json", blockOf("docs/guide/02-policies.md", "json", "tests"));
  write("hasty.test.json", blockOf(page, "jsonc", "tests"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a command prints, its paths as they stand in the page. */
async function printed(command: string): Promise<string> {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
  const args = words.map((word) => (word.startsWith("policies/") ? join(folder, word) : word));
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const chunks: Buffer[] = [];
  for (const stream of [stdout, stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  await main(args, { stdin: Readable.from([]), stdout, stderr }, {});
  return Buffer.concat(chunks).toString().replaceAll(`${folder}/`, "");
}

describe("the page on testing policies", () => {
  it("shows commands with what they print", () => {
    expect(shown.length).toBeGreaterThanOrEqual(5);
  });

  for (const [, command = "", output] of shown) {
    it(`prints what it shows of ${command}`, async () => {
      expect(await printed(command)).toBe(output);
    });
  }
});
