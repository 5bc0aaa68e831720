import { describe, expect, it } from "vitest";
import { parseEmail } from "./parse-email.js";
import { base64, joined, utf8 } from "./testing/message-bytes.js";
import { crlf, mail } from "./testing/sample-email.js";

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
