import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AdapterError } from "@amends/core/errors";
import { normaliseMessage } from "@amends/core/intake";
import { parseEmail, type ParseEmailOptions } from "./parse-email.js";
import { joined, utf8 } from "./testing/message-bytes.js";
import { crlf, mail, multipart, part } from "./testing/sample-email.js";

describe("hostile bytes", () => {
  const outcome = async (raw: Uint8Array | string, options: ParseEmailOptions = { receivedAt: "2026-03-03T15:00:00Z" }) => {
    try {
      const message = await parseEmail(raw, options);
      normaliseMessage(message);
      return "read";
    } catch (error) {
      if (!AdapterError.isInstance(error) || error.reason !== "malformed") throw error;
      expect(JSON.stringify([error.message, error.cause ?? ""])).not.toContain("PLANTED");
      return "malformed";
    }
  };

  it("that are no e-mail are malformed", async () => {
    for (const raw of ["", "PLANTED", "\r\n\r\n", "\0\0\0", "{}", "<html></html>", new Uint8Array(500).fill(0xff)])
      expect(await outcome(raw)).toBe("malformed");
    for (const odd of [null, undefined, 7, {}, [], new ArrayBuffer(3)]) expect(await outcome(odd as string)).toBe("malformed");
  });

  it("never make it throw anything else", async () => {
    const words = [
      "From: ",
      "a@b.example",
      "Date: ",
      "Content-Type: ",
      "multipart/mixed; boundary=b",
      "text/html; charset=PLANTED",
      crlf,
      crlf + crlf,
      "--b",
      "--b--",
      "=?utf-8?B?",
      "?=",
      "=?gb2312*zh?Q?=C4",
      "<",
      ">",
      ";",
      '"',
      "(",
      "\\",
      "Message-ID: <",
      "__proto__: x",
      "Subject:",
      "Content-Transfer-Encoding: base64",
      "name*0*=utf-8''%E4%",
    ];
    const piece = fc.oneof(fc.constantFrom(...words).map(utf8), fc.uint8Array({ maxLength: 12 }));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        expect(["read", "malformed"]).toContain(await outcome(joined(...pieces)));
      }),
      { numRuns: 400 },
    );
  });

  it("in a real e-mail, changed anywhere, never make it throw anything else", async () => {
    const raw = utf8(multipart("alternative", part("text/plain; charset=utf-8", "Wo ist es?"), part("text/html", "<p>Wo?</p>")));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(raw.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const copy = Uint8Array.from(raw);
          for (const [at, byte] of changes) copy[at] = byte;
          expect(["read", "malformed"]).toContain(await outcome(copy));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("can't bring a second sender or another line into what is read", async () => {
    const message = await parseEmail(
      mail({ From: '"PLANTED\u0000 <x@evil.example>" <ana@example.com>', Subject: "=?utf-8?Q?a=0D=0ABcc:_x@evil.example?=" }),
    );
    expect(message.from.email).toBe("ana@example.com");
    expect(message.subject).toBe("a Bcc: x@evil.example");
  });
});
