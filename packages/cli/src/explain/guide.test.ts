import { readFileSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { main } from "../main.js";

const page = readFileSync(new URL("../../../../docs/guide/08-explain.md", import.meta.url), "utf8");
const [, caseText = ""] = /^```json\n([\s\S]*?)^```/m.exec(page) ?? [];
const shown = [...page.matchAll(/^```sh\nnpx amends (explain [^\n]*)\n```\n\n```text\n([\s\S]*?)^```/gm)].map(
  ([, command = "", text = ""]) => ({ command, text }),
);

describe("the guide's page on explaining", () => {
  it.each(shown)("shows what amends $command prints", async ({ command, text }) => {
    const path = join(await mkdtemp(join(tmpdir(), "amends-guide-")), "case.json");
    await writeFile(path, caseText);
    let printed = "";
    const stdout = new PassThrough();
    stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    const args = command.split(" ").map((word) => (word === "case.json" ? path : word));
    expect(await main(args, { stdin: Readable.from([]), stdout, stderr: new PassThrough() })).toBe(0);
    expect(printed).toBe(text);
  });

  it("shows some", () => {
    expect(shown.length).toBeGreaterThanOrEqual(3);
  });
});
