import { readFileSync } from "node:fs";
import { PassThrough, Readable } from "node:stream";
import { expect, it } from "vitest";
import { main } from "../packages/cli/src/main.js";

const folder = "tests/fixtures/simulate";

/** What a command line of the guide prints, with its files in the folder of fixtures. */
async function outputOf(line: string): Promise<string> {
  const stdout = new PassThrough();
  const args = line.split(" ").map((word) => (/^[a-z-]+\.json$/.test(word) ? `${folder}/${word}` : word));
  expect(await main(args, { stdin: Readable.from([]), stdout, stderr: new PassThrough() }, {})).toBe(0);
  return (stdout.read() as Buffer).toString();
}

it("the guide shows what amends simulate prints of tests/fixtures/simulate", async () => {
  const guide = readFileSync("docs/guide/19-staffing-and-simulation.md", "utf8");
  const marked = /<!-- output of npx amends (.+?)(?:, from "(.+)")? -->\n```text\n([\s\S]*?)```\n<!-- end of output -->/g;
  const shown = [...guide.matchAll(marked)];
  expect(shown).toHaveLength(2);
  for (const [, line = "", from, text] of shown) {
    const out = await outputOf(line);
    expect(from === undefined ? out : out.slice(out.indexOf(from))).toBe(text);
  }
});
