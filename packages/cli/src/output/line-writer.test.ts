import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { LineWriter } from "./line-writer.js";

function slow(): { stream: Writable; text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    highWaterMark: 8,
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk.toString());
      setImmediate(done);
    },
  });
  return { stream, text: () => chunks.join("") };
}

describe("LineWriter", () => {
  it("waits for a slow reader and leaves no listeners behind", async () => {
    const { stream, text } = slow();
    const writer = new LineWriter(stream);
    const before = stream.eventNames().map((name) => [name, stream.listenerCount(name)]);
    for (let line = 0; line < 40; line += 1) await writer.write(`line ${line}`);
    expect(text().trimEnd().split("\n")).toHaveLength(40);
    expect(stream.eventNames().map((name) => [name, stream.listenerCount(name)])).toEqual(before);
  });

  it("stops waiting when the reader goes away", async () => {
    const stream = new Writable({ highWaterMark: 1, write: () => undefined });
    const writer = new LineWriter(stream);
    const written = writer.write("never taken");
    stream.destroy();
    await written;
    expect(writer.closed).toBe(true);
  });
});
