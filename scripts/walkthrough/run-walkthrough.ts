import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { main } from "../../packages/cli/src/main.js";

/** A page of the guide whose commands are run one after the other, in a folder of their own. */
export const walkthroughPage = "docs/guide/10-policy-repository.md";

const block = /^```(sh|diff|json)\n([\s\S]*?)^```\n(?:\n```text\n[\s\S]*?^```\n)?/gm;

/**
 * Does what a page says, and gives the page back with what really came out: `cd` goes into a folder, what stands in a `diff` is changed
 * in its file, and below a block of `npx amends …` that shows its output stands the output of this run.
 *
 * @throws where a command exits with another code than its comment says, or a change doesn't fit its file.
 */
export async function runWalkthrough(page: string): Promise<string> {
  const home = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), "amends-walkthrough-"));
  let written = "";
  let end = 0;
  try {
    process.chdir(folder);
    for (const match of page.matchAll(block)) {
      const [whole, kind = "", body = ""] = match;
      written += page.slice(end, match.index);
      end = match.index + whole.length;
      if (kind === "diff") applyChange(body);
      const source = `\`\`\`${kind}\n${body}\`\`\`\n`;
      const shows = whole !== source;
      const output = kind === "sh" ? await runLines(body, shows) : "";
      written += kind === "sh" && shows ? `${source}\n\`\`\`text\n${output.trimEnd()}\n\`\`\`\n` : whole;
    }
    return written + page.slice(end);
  } finally {
    process.chdir(home);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runLines(body: string, shows: boolean): Promise<string> {
  let output = "";
  for (const line of body.trimEnd().split("\n")) {
    const [command = "", comment = ""] = line.split(/ +# /);
    const [program, name, ...args] = command.split(" ");
    if (program === "cd") process.chdir(String(name));
    if (program !== "npx" || name !== "amends" || !shows) continue;
    const { code, printed } = await callAmends(args);
    const expected = Number(/exits with (\d)/.exec(comment)?.[1] ?? 0);
    if (code !== expected) throw new Error(`${line}\nexited with ${code}, not with ${expected}:\n${printed}`);
    output += printed;
  }
  return output;
}

async function callAmends(args: readonly string[]): Promise<{ code: number; printed: string }> {
  const both = new PassThrough();
  let printed = "";
  both.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const code = await main(args, { stdin: Readable.from([]), stdout: both, stderr: both }, {});
  both.end();
  await new Promise((resolve) => both.once("close", resolve));
  return { code, printed };
}

/** Makes a change that is shown as `git diff` shows it, by what stands there and not by its line. */
function applyChange(diff: string): void {
  const [head = "", ...lines] = diff.trimEnd().split("\n");
  const path = head.replace(/^\+\+\+ /, "");
  const side = (mark: string): string =>
    lines
      .filter((line) => line.startsWith(mark) || line.startsWith(" "))
      .map((line) => `${line.slice(1)}\n`)
      .join("");
  const text = readFileSync(path, "utf8");
  const before = side("-");
  if (text.split(before).length !== 2) throw new Error(`${path} doesn't hold this just once:\n${before}`);
  writeFileSync(
    path,
    text.replace(before, () => side("+")),
  );
}
