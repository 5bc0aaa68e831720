import { describe, expect, it } from "vitest";
import { normaliseMessage } from "@amends/core/intake";
import { parseEmail } from "./parse-email.js";
import { base64, utf8 } from "./testing/message-bytes.js";
import { crlf, mail, multipart, part } from "./testing/sample-email.js";

describe("the text", () => {
  const html = "<p>Wo ist <b>es</b>?</p>";

  it("is the plain one where there is one; the HTML comes beside it", async () => {
    const message = await parseEmail(multipart("alternative", part("text/plain", "Wo ist es?"), part("text/html", html)));
    expect(message.text).toBe("Wo ist es?");
    expect(message.html).toContain(html);
  });

  it.each([
    ["alone", mail({ "Content-Type": "text/html" }, html)],
    ["beside an empty text", multipart("alternative", part("text/plain", " \n"), part("text/html", html))],
    ["without a tag that shows it", mail({ "Content-Type": "text/html" }, "Wo&#32;ist es?")],
  ])("is the HTML %s, which intake turns into text", async (_, raw) => {
    expect(normaliseMessage(await parseEmail(raw)).text).toBe("Wo ist es?");
  });

  it("loses no line and no character to transfer encodings", async () => {
    const quoted = mail(
      { "Content-Type": "text/plain; charset=utf-8", "Content-Transfer-Encoding": "quoted-printable" },
      `Gr=C3=BC=C3=9Fe, a=${crlf}b${crlf}${crlf}c`,
    );
    expect((await parseEmail(quoted)).text).toBe("Grüße, ab\n\nc");
    const encoded = mail({ "Content-Type": "text/plain; charset=utf-8", "Content-Transfer-Encoding": "base64" }, base64(utf8("📦\nб")));
    expect((await parseEmail(encoded)).text).toBe("📦\nб");
  });

  it("may be missing", async () => {
    expect((await parseEmail(mail({}, ""))).text).toBe("");
  });
});

describe("what senders write oddly", () => {
  it("a character that two encoded words share is put together", async () => {
    const bytes = utf8("包裹还没到");
    const word = (some: Uint8Array) => `=?UTF-8?B?${base64(some)}?=`;
    for (let cut = 1; cut < bytes.length; cut += 1) {
      const { subject, notUnderstood } = await parseEmail(
        mail({ Subject: `${word(bytes.slice(0, cut))}${crlf} ${word(bytes.slice(cut))}` }),
      );
      expect([subject, notUnderstood]).toEqual(["包裹还没到", []]);
    }
  });

  it("a very long text is read without wrapping it anew", async () => {
    const line = "a line that flows ";
    const raw = mail({ "Content-Type": "text/plain; format=flowed" }, `${line.repeat(2)}${crlf}`.repeat(50_000));
    expect((await parseEmail(raw)).text.length).toBeGreaterThan(1_000_000);
  });
});
