import { describe, expect, it } from "vitest";
import { parseEmail } from "./parse-email.js";
import { errorOf } from "./testing/error-of-email.js";
import { utf8 } from "./testing/message-bytes.js";
import { crlf, mail, multipart, part } from "./testing/sample-email.js";

/** An e-mail with that many line feeds behind it. */
function withLineFeeds(raw: string, lineFeeds: number): Uint8Array {
  const bytes = new Uint8Array(raw.length + lineFeeds).fill(0x0a);
  bytes.set(utf8(raw));
  return bytes;
}

describe("limits", () => {
  const nested = (depth: number): string => {
    let body = part("text/plain", "deep");
    for (let level = depth; level > 0; level -= 1) {
      body = `Content-Type: multipart/mixed; boundary="n${level}"${crlf}${crlf}--n${level}${crlf}${body}${crlf}--n${level}--${crlf}`;
    }
    return `${mail().split(crlf + crlf)[0] as string}${crlf}${body}`;
  };

  it.each([
    ["size", mail({}, "PLANTED".repeat(50)), { limits: { bytes: 300 } }, "300 bytes"],
    ["parts", multipart("mixed", ...Array.from({ length: 30 }, () => part("text/plain", "x"))), { limits: { parts: 20 } }, "20 parts"],
    ["lines", mail({}, "\n".repeat(60)), { limits: { lines: 50 } }, "50 lines"],
    ["nesting", nested(30), { limits: { nesting: 20 } }, "no e-mail that can be read"],
    ["headers", mail({ "X-Long": "PLANTED".repeat(1000) }), { limits: { headerBytes: 2000 } }, "no e-mail that can be read"],
  ])("%s", async (_, raw, options, says) => {
    const error = await errorOf(raw, options);
    expect(error.reason).toBe("malformed");
    expect(error.message).toContain(says);
    expect(error.message).not.toContain("PLANTED");
    expect(await parseEmail(raw)).toBeDefined();
  });

  it("don't take lines that begin with dashes for parts", async () => {
    const diff = Array.from({ length: 3000 }, (_, index) => `-- line ${index} of a script`).join(crlf);
    expect((await parseEmail(mail({}, diff))).text).toContain("line 2999");
    expect(await parseEmail(multipart("mixed", part("text/plain", diff)))).toBeDefined();
  });

  it("count what divides parts, not the lines that people draw", async () => {
    const drawn = mail({}, Array.from({ length: 100 }, () => "-----  \r\ntext\r\n-- ").join(crlf));
    expect(await parseEmail(drawn, { limits: { parts: 5 } })).toBeDefined();
  });

  it("hold for an e-mail of line feeds alone, whose reading would take all memory", async () => {
    expect((await errorOf(withLineFeeds(mail(), 20_000_000))).message).toContain("100000 lines of text");
  });

  it("count an attachment's lines apart from those of text, which cost more to read", async () => {
    const attachment = part("application/pdf", `${"QUJD".repeat(19)}${crlf}`.repeat(120_000), ["Content-Transfer-Encoding: base64"]);
    expect((await parseEmail(multipart("mixed", part("text/plain", "See attachment."), attachment))).attachments).toHaveLength(1);
    expect((await errorOf(mail({}, `ab${crlf}`.repeat(100_001)))).message).toContain("100000 lines of text");
    expect((await errorOf(mail({}, `${"a".repeat(80)}${crlf}`.repeat(500_001)))).message).toMatch(/500000 lines|bytes/);
  });

  it("hold for hundreds of thousands of parts without reading them", async () => {
    const raw = mail({ "Content-Type": "multipart/mixed; boundary=b" }, `--b${crlf}${crlf}`.repeat(300_000));
    expect((await errorOf(raw)).message).toContain("500 parts");
  });
});
