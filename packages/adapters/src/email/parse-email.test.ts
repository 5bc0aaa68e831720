import { AdapterError, AmendsError } from "@amends/core/errors";
import { intakeMessage, normaliseMessage } from "@amends/core/intake";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHash } from "node:crypto";
import { parseEmail, type ParseEmailOptions } from "./parse-email.js";

const crlf = "\r\n";
const utf8 = (text: string) => new TextEncoder().encode(text);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const joined = (...parts: readonly (Uint8Array | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => [...(typeof part === "string" ? utf8(part) : part)]));

const standard: Readonly<Record<string, string>> = {
  From: "Ana Lima <ana@example.com>",
  To: "help@shop.example",
  Date: "Tue, 3 Mar 2026 16:00:00 +0100",
  "Message-ID": "<m1@example.com>",
  Subject: "Where is my parcel?",
};

/** An e-mail with the usual headers; one that is empty here is left out. */
function mail(headers: Readonly<Record<string, string>> = {}, body = "Where is it?"): string {
  const lines = Object.entries({ ...standard, ...headers }).flatMap(([name, value]) => (value === "" ? [] : [`${name}: ${value}`]));
  return [...lines, "", body].join(crlf);
}

const multipart = (subtype: string, ...parts: readonly string[]) =>
  mail(
    { "MIME-Version": "1.0", "Content-Type": `multipart/${subtype}; boundary="b-1"` },
    [...parts.map((part) => `--b-1${crlf}${part}`), "--b-1--", ""].join(crlf),
  );
const part = (type: string, body: string, more: readonly string[] = []) => [`Content-Type: ${type}`, ...more, "", body].join(crlf);

const errorOf = async (raw: Uint8Array | string, options?: ParseEmailOptions): Promise<AdapterError> => {
  const error: unknown = await parseEmail(raw, options).then(
    () => "read",
    (reason: unknown) => reason,
  );
  if (!AdapterError.isInstance(error)) throw new Error(`expected an AdapterError, got ${String(error)}`);
  return error;
};

/** The bytes of a text in a charset, found by decoding until every character has turned up. */
function encodedIn(charset: string, text: string): Uint8Array {
  const decoder = new TextDecoder(charset, { fatal: true });
  const found = new Map<string, readonly number[]>();
  const wanted = new Set(text);
  // Some runtimes decode windows-1252 as Latin-1.
  if (charset === "windows-1252")
    return Uint8Array.from([...text], (character) => ({ "–": 0x96, "€": 0x80 })[character] ?? character.charCodeAt(0));
  const look = (...bytes: readonly number[]) => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if (wanted.has(character) && !found.has(character)) found.set(character, bytes);
    } catch {
      // No character of this charset.
    }
  };
  for (let first = 0; first < 256; first += 1) look(first);
  for (let first = 0x81; first < 0xff && found.size < wanted.size; first += 1)
    for (let second = 0x30; second < 0xff; second += 1) look(first, second);
  return Uint8Array.from([...text].flatMap((character) => found.get(character) ?? []));
}

describe("an e-mail", () => {
  it("is read as a message that intake takes", async () => {
    const message = await parseEmail(mail());
    expect(message).toEqual({
      id: "m1@example.com",
      at: "2026-03-03T16:00:00+01:00",
      channel: "email",
      thread: "m1@example.com",
      from: { email: "ana@example.com", name: "Ana Lima" },
      subject: "Where is my parcel?",
      text: "Where is it?",
      to: ["help@shop.example"],
      references: [],
      attachments: [],
      mayAutoAnswer: true,
      notUnderstood: [],
    });
    expect(intakeMessage(message).caseFile.ticket).toMatchObject({
      channel: "email",
      text: "Where is it?",
      subject: "Where is my parcel?",
    });
  });

  it("reads the same from bytes as from a text, with a mark before it or with bare line feeds", async () => {
    const wanted = await parseEmail(mail());
    expect(await parseEmail(utf8(mail()))).toEqual(wanted);
    expect(await parseEmail(joined(new Uint8Array([0xef, 0xbb, 0xbf]), mail()))).toEqual(wanted);
    expect(await parseEmail(Buffer.from(mail().replaceAll(crlf, "\n")))).toEqual(wanted);
  });

  it("belongs to the thread whose first message it follows", async () => {
    const { thread, references } = await parseEmail(
      mail({ References: `<root@shop.example>${crlf} <second@example.com>`, "In-Reply-To": "<third@shop.example>" }),
    );
    expect(thread).toBe("root@shop.example");
    expect(references).toEqual(["root@shop.example", "second@example.com", "third@shop.example"]);
    expect((await parseEmail(mail({ "In-Reply-To": "Your message <x@shop.example> of today" }))).thread).toBe("x@shop.example");
    const long = Array.from({ length: 500 }, (_, index) => `<${index}@x>`).join(" ");
    const many = (await parseEmail(mail({ References: long }))).references;
    expect([many.length, many[0], many.at(-1)]).toEqual([101, "0@x", "499@x"]);
  });

  it("joins the case of its thread in intake", async () => {
    const first = intakeMessage(await parseEmail(mail()));
    const answer = await parseEmail(
      mail({ "Message-ID": "<m3@example.com>", "In-Reply-To": "<a2@shop.example>", References: "<m1@example.com> <a2@shop.example>" }),
    );
    expect(intakeMessage(answer, { openCases: [first.caseFile] }).joinedBy).toBe("same_thread");
  });

  it("without an id has that of its bytes, every time the same", async () => {
    const raw = mail({ "Message-ID": "" });
    const { id, thread, notUnderstood } = await parseEmail(raw);
    expect(id).toBe(`sha256:${createHash("sha256").update(raw).digest("hex")}`);
    expect(thread).toBeUndefined();
    expect(notUnderstood).toEqual(["message-id"]);
    expect((await parseEmail(mail({ "Message-ID": "bare@example.com" }))).id).toBe("bare@example.com");
  });

  it("tells where answers go, and to whom it went", async () => {
    const { replyTo, to } = await parseEmail(
      mail({
        "Reply-To": "Ana <ana.home@example.com>",
        To: 'Team: "Shop, Help" <help@shop.example>, b@shop.example;',
        Cc: "help@shop.example, c@shop.example",
      }),
    );
    expect(replyTo).toBe("ana.home@example.com");
    expect(to).toEqual(["help@shop.example", "b@shop.example", "c@shop.example"]);
    expect((await parseEmail(mail({ "Reply-To": "ana@example.com" }))).replyTo).toBeUndefined();
  });

  it.each(["", "undisclosed", "<>", '"x" <not an address>', "a@b, c@d"])(
    "with the sender %j says that it isn't understood",
    async (From) => {
      const { from, notUnderstood, mayAutoAnswer } = await parseEmail(mail({ From }));
      expect(notUnderstood).toEqual(["from"]);
      if (From !== "a@b, c@d") expect([from, mayAutoAnswer]).toEqual([{}, false]);
    },
  );
});

describe("the date", () => {
  it.each([
    ["Tue, 3 Mar 2026 16:00:00 +0100", "2026-03-03T16:00:00+01:00"],
    ["3 Mar 2026 16:00 -0330", "2026-03-03T16:00:00-03:30"],
    ["Tue, 03 Mar 2026 16:00:00 GMT", "2026-03-03T16:00:00Z"],
    ["Tue,  3 Mar 2026 16:00:00 +0800 (China Standard (CST) Time)", "2026-03-03T16:00:00+08:00"],
    ["Tuesday, 3-Mar-26 16:00:00 PDT", "2026-03-03T16:00:00-07:00"],
    ["3 Mar 99 16:00:00 EST", "1999-03-03T16:00:00-05:00"],
    ["3 Mar 126 16:00:00 +0000", "2026-03-03T16:00:00Z"],
    ["31 Dec 2016 23:59:60 +0000", "2016-12-31T23:59:59Z"],
    ["Tue, 3 Mar 2026 16:00:00 -0000", "2026-03-03T16:00:00Z"],
  ])("%s", async (Date, at) => {
    expect((await parseEmail(mail({ Date }))).at).toBe(at);
  });

  it.each([
    "",
    "tomorrow",
    "Tue, 3 Mar 2026 16:00:00",
    "30 Feb 2026 16:00:00 +0000",
    "3 Mar 2026 25:00:00 +0000",
    "3 Mar 2026 16:00:00 +2500",
    "3 Foo 2026 16:00:00 +0000",
    "2026-03-03T16:00:00Z",
    "3 Mar 2026 16:00:00 XYZ",
  ])("that is %j gives way to the time of arrival, and is listed", async (Date) => {
    const receivedAt = "2026-03-03T15:01:00Z";
    const read = await parseEmail(mail({ Date }), { receivedAt });
    expect([read.at, read.notUnderstood]).toEqual([receivedAt, ["date"]]);
    const Received = `from mx by shop.example; Tue, 3 Mar 2026 15:02:00 +0000`;
    expect((await parseEmail(mail({ Date, Received }))).at).toBe("2026-03-03T15:02:00Z");
    const error = await errorOf(mail({ Date }));
    expect([error.reason, error.message.includes("receivedAt")]).toEqual(["malformed", true]);
  });

  it("ahead of the arrival isn't believed, but for what clocks are apart", async () => {
    const options = { receivedAt: "2026-03-03T14:55:00Z" };
    expect((await parseEmail(mail(), options)).at).toBe("2026-03-03T16:00:00+01:00");
    const ahead = await parseEmail(mail({ Date: "Tue, 3 Mar 2026 17:00:00 +0100" }), options);
    expect([ahead.at, ahead.notUnderstood]).toEqual([options.receivedAt, ["date"]]);
  });
});

describe("charsets", () => {
  const zoo = [
    ["gb18030", "我的包裹在哪里"],
    ["gb2312", "订单还没到"],
    ["big5", "訂單編號"],
    ["shift_jis", "荷物はどこですか"],
    ["euc-jp", "注文番号"],
    ["euc-kr", "택배가 아직 안 왔어요"],
    ["ks_c_5601-1987", "환불"],
    ["koi8-r", "Где мой заказ"],
    ["windows-1251", "Возврат денег"],
    ["windows-1252", "Où est mon colis – 5 €"],
    ["windows-1254", "Kargom nerede ığş"],
    ["windows-1256", "أين طلبي"],
    ["windows-1258", "Đơn hàng"],
    ["iso-8859-2", "Gdzie jest paczka żółć"],
    ["tis-620", "พัสดุอยู่ที่ไหน"],
  ] as const;

  it.each(zoo)("%s: the body, the subject and the name", async (charset, text) => {
    const bytes = encodedIn(charset === "tis-620" ? "windows-874" : charset, text);
    const raw = joined(
      mail(
        {
          From: `=?${charset}?B?${base64(bytes)}?= <ana@example.com>`,
          Subject: `=?${charset}?Q?${[...bytes].map((byte) => `=${byte.toString(16).padStart(2, "0").toUpperCase()}`).join("")}?=`,
          "Content-Type": `text/plain; charset=${charset}`,
          "Content-Transfer-Encoding": "8bit",
        },
        "",
      ),
      bytes,
    );
    const message = await parseEmail(raw);
    expect([message.text, message.subject, message.from.name, message.notUnderstood]).toEqual([text, text, text, []]);
  });

  it.each(zoo.filter(([charset]) => charset !== "tis-620"))(
    "%s: headers that aren't encoded, as some programs send them",
    async (charset, text) => {
      const bytes = encodedIn(charset, text);
      const raw = joined(`Subject: `, bytes, crlf, mail({ Subject: "", "Content-Type": `text/plain; charset="${charset}"` }, "x"));
      expect((await parseEmail(raw)).subject).toBe(text);
    },
  );

  it("a subject in Japanese escapes, and one whose charset nobody names", async () => {
    const escaped = joined(
      "Subject: ",
      new Uint8Array([0x1b, 0x24, 0x42, 0x25, 0x46, 0x25, 0x39, 0x25, 0x48, 0x1b, 0x28, 0x42]),
      crlf,
      mail({ Subject: "" }),
    );
    expect((await parseEmail(escaped)).subject).toBe("テスト");
    const unknown = await parseEmail(joined("Subject: ", new Uint8Array([0xce, 0xd2]), crlf, mail({ Subject: "" })));
    expect(unknown.notUnderstood).toEqual(["subject"]);
  });

  it("characters that the stated charset doesn't have are listed", async () => {
    const raw = joined(mail({ "Content-Type": "text/plain; charset=utf-8" }, "ab "), new Uint8Array([0xff, 0xfe]));
    expect((await parseEmail(raw)).notUnderstood).toEqual(["text"]);
  });
});

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

describe("attachments", () => {
  const picture = part("image/png", base64(new Uint8Array([1, 2, 3])), [
    'Content-Disposition: attachment; filename="../../etc/broken =?UTF-8?B?5Zu+?=.png"',
    "Content-Transfer-Encoding: base64",
  ]);

  it("are listed by name, type and size, without their bytes", async () => {
    const inline = part("IMAGE/JPEG", base64(new Uint8Array(5)), ["Content-Disposition: inline", "Content-Transfer-Encoding: base64"]);
    const { text, attachments } = await parseEmail(multipart("mixed", part("text/plain", "See"), picture, inline));
    expect(text).toBe("See");
    expect(attachments).toEqual([
      { name: "broken 图.png", type: "image/png", bytes: 3, inline: false },
      { name: "attachment-2", type: "image/jpeg", bytes: 5, inline: true },
    ]);
  });

  it("come with their bytes where that is asked for", async () => {
    const { attachments } = await parseEmail(multipart("mixed", picture), { attachments: "with_content" });
    expect(attachments[0]?.content).toEqual(new Uint8Array([1, 2, 3]));
  });

  it("have names and types that harm nobody", async () => {
    const odd = (name: string, type = "text/csv") => part(type, "x", [`Content-Disposition: attachment; filename="${name}"`]);
    const { attachments } = await parseEmail(
      multipart("mixed", odd(".."), odd("C:\\\\temp\\\\a\tb.txt"), odd(`${"x".repeat(400)}.pdf`, "text/<script>")),
    );
    expect(attachments.map(({ name }) => name.length)).toEqual([12, 7, 200]);
    expect(attachments[1]?.name).toBe("a b.txt");
    expect(attachments[2]?.type).toBe("application/octet-stream");
  });

  it("may be whole messages, whose words aren't the sender's", async () => {
    const { text, attachments } = await parseEmail(
      multipart("mixed", part("text/plain", "See below"), part("message/rfc822", mail({}, "Another's words"))),
    );
    expect(text).toBe("See below");
    expect(attachments.map(({ type }) => type)).toEqual(["message/rfc822"]);
  });
});

describe("marketplaces' relays", () => {
  it.each([
    ["b1k2@marketplace.amazon.de", "amazon", "Frage zu Bestellung 305-1234567-7654321", { order: "305-1234567-7654321" }],
    ["b1k2@marketplace.amazon.co.uk", "amazon", "Question", {}],
    ["b1k2@marketplace.amazon.com.au", "amazon", "111-1234567-7654321 or 111-1234567-7654322", {}],
    ["buyer_x@members.ebay.com", "ebay", "Buyer has sent a question about item #123456789012", { item: "123456789012" }],
    ["buyer_x@members.ebay.co.uk", "ebay", "Order 12-34567-89012", { order: "12-34567-89012" }],
    ["x@relay.walmart.com", "walmart", "Hello", {}],
  ])("%s", async (address, marketplace, Subject, named) => {
    const message = await parseEmail(mail({ From: `Buyer <${address}>`, Subject }));
    expect(message).toMatchObject({ channel: "marketplace_message", marketplace, ...named });
    expect([message.order, message.item]).toEqual([(named as { order?: string }).order, (named as { item?: string }).item]);
    expect(message.relay?.confidence).toBeGreaterThanOrEqual(0.9);
    expect(message.mayAutoAnswer).toBe(true);
    expect(intakeMessage(message).caseFile.ticket?.marketplace).toBe(marketplace);
  });

  it.each([
    "x@amazon.com",
    "x@marketplace.amazon.com.evil.example",
    "x@notmarketplace.amazon.com",
    "x@members.ebay.example.com",
    "marketplace.amazon.de@evil.example",
  ])("%s is none", async (address) => {
    const message = await parseEmail(mail({ From: address, Subject: "305-1234567-7654321" }));
    expect([message.relay, message.marketplace, message.order, message.channel]).toEqual([undefined, undefined, undefined, "email"]);
  });

  it("pass on what a person wrote, however they mark it; nothing answers it unasked", async () => {
    const relayed = { From: "b1@marketplace.amazon.com" };
    for (const marked of [{ Precedence: "bulk" }, { "Auto-Submitted": "auto-generated" }, { "List-Unsubscribe": "<https://x.example>" }]) {
      const message = await parseEmail(mail({ ...relayed, ...(marked as Record<string, string>) }));
      expect([message.automatic, message.mayAutoAnswer]).toEqual([undefined, false]);
    }
    const away = await parseEmail(mail({ ...relayed, "Auto-Submitted": "auto-replied" }));
    expect(away.automatic?.kind).toBe("auto_reply");
  });
});

describe("what nobody wrote", () => {
  it.each([
    [{ From: "Shop <Help@Shop.example>" }, "own", "from"],
    [{ From: "sender@sub.brand.example" }, undefined, undefined],
    [{ From: "sender@brand.example" }, "own", "from"],
    [{ "Content-Type": "multipart/report; report-type=delivery-status; boundary=x" }, "bounce", "content-type"],
    [{ "Content-Type": "multipart/report; boundary=x; report-type=disposition-notification" }, "notification", "content-type"],
    [{ From: "MAILER-DAEMON@mx.example" }, "bounce", "from"],
    [{ "X-Failed-Recipients": "a@b.example" }, "bounce", "x-failed-recipients"],
    [{ "Return-Path": "<>" }, "bounce", "return-path"],
    [{ "Return-Path": "<>", "Auto-Submitted": "auto-replied (vacation)" }, "auto_reply", "auto-submitted"],
    [{ "Auto-Submitted": "auto-replied; owner-email=x" }, "auto_reply", "auto-submitted"],
    [{ "Auto-Submitted": "auto-generated" }, "notification", "auto-submitted"],
    [{ "Auto-Submitted": "no" }, undefined, undefined],
    [{ "X-Autoreply": "yes" }, "auto_reply", "x-autoreply"],
    [{ Precedence: "auto_reply" }, "auto_reply", "precedence"],
    [{ Precedence: "list" }, "mailing_list", "precedence"],
    [{ "List-Id": "News <news.example>" }, "mailing_list", "list-id"],
    [{ Precedence: "Bulk" }, "bulk", "precedence"],
    [{ "List-Unsubscribe": "<mailto:x@y.example>" }, "bulk", "list-unsubscribe"],
    [{}, undefined, undefined],
  ])("%j is marked %s", async (headers, kind, because) => {
    const message = await parseEmail(mail(headers), { ownAddresses: ["help@shop.example", "@brand.example"] });
    expect(message.automatic).toEqual(kind === undefined ? undefined : { kind, because });
    expect(message.mayAutoAnswer).toBe(kind === undefined);
  });

  it.each([
    [{ "X-Auto-Response-Suppress": "All" }, false],
    [{ "X-Auto-Response-Suppress": "None" }, true],
    [{ "X-Loop": "x" }, false],
    [{ From: "no-reply@bank.example" }, false],
    [{ From: "noreply+7@bank.example" }, false],
    [{ From: "noreplyana@example.com" }, true],
  ])("%j may be answered by a machine: %s", async (headers, may) => {
    const message = await parseEmail(mail(headers));
    expect([message.automatic, message.mayAutoAnswer]).toEqual([undefined, may]);
  });
});

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
    ["nesting", nested(30), { limits: { nesting: 20 } }, ""],
    ["headers", mail({ "X-Long": "PLANTED".repeat(1000) }), { limits: { headerBytes: 2000 } }, ""],
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

/** An e-mail with that many line feeds behind it. */
function withLineFeeds(raw: string, lineFeeds: number): Uint8Array {
  const bytes = new Uint8Array(raw.length + lineFeeds).fill(0x0a);
  bytes.set(utf8(raw));
  return bytes;
}

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

describe("options", () => {
  it("are refused all at once", async () => {
    const options = { receivedAt: "yesterday", ownAddresses: ["shop"], limits: { bytes: 0, depth: 1 }, attachments: "all" };
    const error: unknown = await parseEmail(mail(), options as unknown as ParseEmailOptions).catch((reason: unknown) => reason);
    if (!AmendsError.isInstance(error)) throw error;
    expect(error.code).toBe("invalid_options");
    expect(error.findings.map(({ path }) => path ?? "").toSorted()).toEqual([
      "attachments",
      "limits",
      "limits.bytes",
      "ownAddresses.0",
      "receivedAt",
    ]);
  });
});

describe("names that nobody knows", () => {
  const words = "Grüße aus Köln";

  it.each(["klingon", "x-unknown", "utf-7", "cp850"])(
    "the charset %j is listed, and the text is read as UTF-8 where it is that",
    async (charset) => {
      const raw = mail({ "Content-Type": `text/plain; charset=${charset}`, "Content-Transfer-Encoding": "8bit" }, words);
      const { text, notUnderstood } = await parseEmail(raw);
      expect(text).toBe(words);
      expect(notUnderstood).toEqual(["charset"]);
    },
  );

  it("are listed where they stand in a subject", async () => {
    const { subject, notUnderstood } = await parseEmail(mail({ Subject: `=?x-nope?B?${base64(utf8(words))}?=` }));
    expect(subject).toBe(words);
    expect(notUnderstood).toEqual(["charset"]);
  });

  it("leave every byte of a known charset as it is", async () => {
    const type = (charset: string) => ["Content-Transfer-Encoding: 8bit", `Content-Type: text/plain; charset=${charset}`, ""].join(crlf);
    const every = Uint8Array.from({ length: 128 }, (_, index) => 0x80 + index);
    const raw = (odd: string) =>
      joined(
        mail({ "MIME-Version": "1.0", "Content-Type": 'multipart/mixed; boundary="b-1"' }, ""),
        `--b-1${crlf}${type("koi8-r")}${crlf}`,
        every,
        `${crlf}--b-1${crlf}${type(odd)}${crlf}x${crlf}--b-1--${crlf}`,
      );
    expect((await parseEmail(raw("x-unknown"))).text.slice(0, 128)).toBe((await parseEmail(raw("utf-8"))).text.slice(0, 128));
    const long = mail(
      { "Content-Type": "text/plain; charset=utf-8; format=flowed", "Content-Transfer-Encoding": "8bit" },
      `ü€中${crlf}`.repeat(25_000),
    );
    expect((await parseEmail(long)).text.slice(0, 3)).toBe("ü€中");
  });

  it("are listed where the bytes are no UTF-8 either", async () => {
    const raw = joined(
      mail({ "Content-Type": "text/plain; charset=klingon", "Content-Transfer-Encoding": "8bit" }, ""),
      Uint8Array.of(0x47, 0x72, 0xfc),
    );
    expect((await parseEmail(raw)).notUnderstood).toEqual(["charset"]);
  });

  it("of a transfer encoding are listed", async () => {
    expect((await parseEmail(mail({ "Content-Transfer-Encoding": "x-uuencode" }))).notUnderstood).toEqual(["content-transfer-encoding"]);
  });

  it("leave those alone that are known", async () => {
    const raw = mail({ "Content-Type": 'text/plain; charset="UTF-8"', "Content-Transfer-Encoding": "8bit" }, words);
    expect((await parseEmail(raw)).notUnderstood).toEqual([]);
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
