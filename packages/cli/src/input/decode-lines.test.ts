import { describe, expect, it } from "vitest";
import { decodeLines } from "./decode-lines.js";

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < bytes.length; index += size) yield bytes.subarray(index, index + size);
}

async function decode(bytes: Buffer, size: number): Promise<string> {
  let text = "";
  for await (const piece of decodeLines(inChunks(bytes, size), "cases")) text += typeof piece === "string" ? piece : "<bad>\n";
  return text;
}

describe("decodeLines", () => {
  it("decodes text whatever the chunks, past a byte order mark", async () => {
    for (const size of [3, 4, 5, 1000]) expect(await decode(Buffer.from("\uFEFF荷物\nпосылка\n📦"), size)).toBe("荷物\nпосылка\n📦");
  });

  it("sets aside a line with a broken byte or a NUL and reads on", async () => {
    const bytes = Buffer.concat([
      Buffer.from("good\n"),
      Buffer.from([0x63, 0xe9, 0x0a]),
      Buffer.from("fine\n"),
      Buffer.from([0x61, 0, 0x0a]),
      Buffer.from("end"),
    ]);
    const padded = Buffer.concat([Buffer.from(`${"x".repeat(600)}\n`), bytes]);
    for (const size of [4, 1000]) expect(await decode(padded, size)).toBe(`${"x".repeat(600)}\ngood\n<bad>\nfine\n<bad>\nend`);
  });

  it("decodes a very long line before it ends", async () => {
    const long = `${"語".repeat(2_000_000)}\nend`;
    expect((await decode(Buffer.from(long), 65_537)) === long).toBe(true);
  });

  it.each([
    ["UTF-16", Buffer.from("\uFEFF{}", "utf16le")],
    ["binary", Buffer.from([0x89, 0x50, 0, 0, 1])],
  ])("refuses %s", async (_, bytes) => {
    await expect(decode(bytes, 100)).rejects.toThrow("save it as UTF-8");
  });
});
