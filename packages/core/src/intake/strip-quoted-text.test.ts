import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stripQuotedText } from "./strip-quoted-text.js";

/** A buyer's sentence, their mail program's attribution line and its "sent from" line. */
const mails: Readonly<Record<string, readonly [own: string, attribution: string, sentFrom: string]>> = {
  en: ["Where is my parcel?", "On Tue, Mar 3, 2026 at 10:00 AM Shop Support <help@shop.example> wrote:", "Sent from my iPhone"],
  zh: ["我的包裹在哪里？", '在 2026-03-03 10:00:00，"Shop" <help@shop.example> 写道：', "从我的iPhone发送"],
  ja: ["荷物はどこですか。", "2026年3月3日(火) 10:00 Shop <help@shop.example>:", "iPhoneから送信"],
  ko: ["제 택배 어디 있나요?", "2026년 3월 3일 (화) 오전 10:00, Shop <help@shop.example>님이 작성:", "나의 iPhone에서 보냄"],
  de: ["Wo bleibt mein Paket?", "Am Di., 3. März 2026 um 10:00 Uhr schrieb Shop <help@shop.example>:", "Von meinem iPhone gesendet"],
  fr: ["Où est mon colis ?", "Le mar. 3 mars 2026 à 10:00, Shop <help@shop.example> a écrit :", "Envoyé de mon iPhone"],
  es: ["¿Dónde está mi paquete?", "El mar, 3 mar 2026 a las 10:00, Shop (<help@shop.example>) escribió:", "Enviado desde mi iPhone"],
  pt: ["Cadê meu pacote?", "Em ter., 3 de mar. de 2026 às 10:00, Shop <help@shop.example> escreveu:", "Enviado do meu iPhone"],
  it: ["Dov'è il mio pacco?", "Il giorno mar 3 mar 2026 alle ore 10:00 Shop <help@shop.example> ha scritto:", "Inviato da iPhone"],
  nl: ["Waar blijft mijn pakket?", "Op di 3 mrt 2026 om 10:00 schreef Shop <help@shop.example>:", "Verstuurd vanaf mijn iPhone"],
  pl: ["Gdzie jest moja paczka?", "wt., 3 mar 2026 o 10:00 Shop <help@shop.example> napisał(a):", "Wysłane z iPhone'a"],
  ru: ["Где моя посылка?", "вт, 3 мар. 2026 г. в 10:00, Shop <help@shop.example>:", "Отправлено с iPhone"],
  ar: ["أين طردي؟", "في الثلاثاء، 3 مارس 2026 في 10:00 كتب Shop <help@shop.example>:", "أُرسلت من الـ iPhone"],
  th: ["พัสดุของฉันอยู่ไหน", "เมื่อ อ. 3 มี.ค. 2026 เวลา 10:00 Shop <help@shop.example> เขียนว่า:", "ส่งจาก iPhone ของฉัน"],
  vi: ["Gói hàng của tôi đâu rồi?", "Vào Th 3, 3 thg 3, 2026 lúc 10:00 Shop <help@shop.example> đã viết:", "Đã gửi từ iPhone của tôi"],
  id: ["Paket saya di mana?", "Pada Sel, 3 Mar 2026 pukul 10.00 Shop <help@shop.example> menulis:", "Dikirim dari iPhone saya"],
  tr: ["Kargom nerede?", "3 Mar 2026 Sal, 10:00 tarihinde Shop <help@shop.example> şunu yazdı:", "iPhone'umdan gönderildi"],
};

const headerBlocks: Readonly<Record<string, string>> = {
  en: "From: Shop\nSent: Tuesday\nTo: Me\nSubject: Your order",
  zh: "发件人：Shop\n发送时间：2026年3月3日\n收件人：我\n主题：您的订单",
  ja: "差出人: Shop\n送信日時: 2026年3月3日\n宛先: 私\n件名: ご注文",
  ko: "보낸 사람: Shop\n보낸 날짜: 2026년 3월 3일\n받는 사람: 나\n제목: 주문",
  de: "Von: Shop\nGesendet: Dienstag\nAn: Ich\nBetreff: Bestellung",
  fr: "De : Shop\nEnvoyé : mardi\nÀ : moi\nObjet : commande",
  es: "De: Shop\nEnviado: martes\nPara: Yo\nAsunto: pedido",
  pt: "De: Shop\nEnviado: terça\nPara: Eu\nAssunto: pedido",
  it: "Da: Shop\nInviato: martedì\nA: Io\nOggetto: ordine",
  nl: "Van: Shop\nVerzonden: dinsdag\nAan: Ik\nOnderwerp: bestelling",
  pl: "Od: Shop\nWysłano: wtorek\nDo: Ja\nTemat: zamówienie",
  ru: "От: Shop\nОтправлено: вторник\nКому: Я\nТема: заказ",
  ar: "من: Shop\nتاريخ الإرسال: الثلاثاء\nإلى: أنا\nالموضوع: طلب",
  th: "จาก: Shop\nส่ง: วันอังคาร\nถึง: ฉัน\nเรื่อง: คำสั่งซื้อ",
  vi: "Từ: Shop\nĐã gửi: thứ ba\nTới: Tôi\nChủ đề: đơn hàng",
  id: "Dari: Shop\nDikirim: Selasa\nKepada: Saya\nSubjek: pesanan",
  tr: "Kimden: Shop\nGönderildi: Salı\nKime: Ben\nKonu: sipariş",
};

describe("stripQuotedText", () => {
  it.each(Object.entries(mails))(
    "cuts what stands below the attribution, with and without >, in %s",
    (_language, [own, attribution, sentFrom]) => {
      const expected = { text: own, signature: sentFrom };
      expect(stripQuotedText(`${own}\n\n${sentFrom}\n\n${attribution}\n\nOld words\nMore`)).toMatchObject(expected);
      expect(stripQuotedText(`${own}\r\n\r\n${sentFrom}\r\n\r\n${attribution}\r\n> Old words\r\n>> Older`)).toMatchObject(expected);
    },
  );

  it.each(Object.entries(headerBlocks))("cuts an Outlook header block in %s", (_language, block) => {
    expect(stripQuotedText(`Own words\n\n${block}\n\nOld words`).text).toBe("Own words");
    expect(stripQuotedText(`Own words\n\n________________________________\n${block}\n\nOld words`).text).toBe("Own words");
    expect(stripQuotedText(`Own words\n\n*${block.split("\n").join("\n*")}\n\nOld words`).text).toBe("Own words");
  });

  it.each([
    "-----Original Message-----",
    "---------- Forwarded message ---------",
    "------------------ 原始邮件 ------------------",
    "------------------ Original ------------------",
    "---- 回复的原邮件 ----",
    "-----Ursprüngliche Nachricht-----",
    "-------- Исходное сообщение --------",
    "-----원본 메시지-----",
    "Begin forwarded message:",
    "##- Please type your reply above this line -##",
    "-- Bitte antworten Sie oberhalb dieser Zeile --",
    "请在此行上方回复",
    "Вторник, 3 марта 2026, 10:00 +03:00 от Shop <help@shop.example>:",
  ])("cuts at %s", (mark) => {
    expect(stripQuotedText(`Own words\n\n${mark}\nOld words`)).toEqual({ text: "Own words", quoted: `${mark}\nOld words`, signature: "" });
  });

  it("reads an attribution that a mail program wrapped", () => {
    expect(stripQuotedText("Own\n\nOn Tue, Mar 3, 2026 at 10:00 AM Shop\n<help@shop.example>\nwrote:\n\nOld").text).toBe("Own");
  });

  it("keeps answers below and between quoted lines", () => {
    const mail = "On Tue, Mar 3, 2026 at 10:00 AM Shop <help@shop.example> wrote:\n> Did it come?\nNo.\n> Which colour?\nBlue.\n-- \nMaria";
    expect(stripQuotedText(mail)).toMatchObject({ text: "No.\nBlue.", signature: "-- \nMaria" });
  });

  it("takes only what a relay frames, and drops what it adds", () => {
    const relayed =
      "You have received a message.\n------------- Begin message -------------\nWo ist es?\n------------- End message -------------\nHelp pages";
    expect(stripQuotedText(relayed).text).toBe("Wo ist es?");
    expect(stripQuotedText("[Please type your reply above this line]\nIt is broken.\nCopyright © 2026 Shop").text).toBe("It is broken.");
    expect(stripQuotedText("--- Begin message ---\n\n--- End message ---\nWords").text).toContain("Words");
  });

  it("leaves prose alone that only looks like mail", () => {
    for (const text of [
      "My friend wrote: never buy there. It broke on day 3.",
      "From: the bottom of my heart, thank you",
      "I love it >_<",
      ">_< so sad\nwhere is it?",
      "To: whom it may concern\nMy parcel is late.",
      "Sent from my office on Monday, the box came back.",
      `Read this:\n--\n${"A line of complaint.\n".repeat(12)}`.trim(),
      "The original message was lost.",
      "A\n-----\nB",
    ]) {
      expect(stripQuotedText(text).text).toBe(text);
    }
  });

  it("keeps everything where nothing would be left", () => {
    for (const text of [
      "> only a quote",
      "Sent from my iPhone",
      "From: a\nTo: b\nSubject: c\n\nForwarded",
      "-----Original Message-----\nOld",
    ]) {
      expect(stripQuotedText(text)).toEqual({ text, quoted: "", signature: "" });
    }
  });

  it("never empties a text, never invents a line, and says the same of its own answer's lines", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "> quoted",
        "-- ",
        "Sent from my iPhone",
        "-----Original Message-----",
        "",
        "From: a",
        "To: b",
        "Subject: c",
        "hello",
        "wrote:",
        "On 3.3.2026 10:00 he wrote:",
      ),
      fc.string({ unit: "grapheme" }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join("\n");
        const stripped = stripQuotedText(text);
        expect(stripped.text === "").toBe(text.trim() === "");
        const given = new Set(text.split(/\r\n|[\r\n\u2028\u2029]/).map((line) => line.trim()));
        for (const line of `${stripped.text}\n${stripped.quoted}\n${stripped.signature}`.split("\n"))
          expect(line === "" || given.has(line.trim())).toBe(true);
      }),
    );
  });

  it("sees an attribution that is wrapped at the end of what is looked at below a signature", () => {
    const signed = `-- \n${"Maria\n".repeat(8)}`;
    for (const blank of [20, 21, 22, 23, 24]) {
      const mail = `Where is it?\n${signed}${"\n".repeat(blank)}On Mon, Jan 5, 2024 at 10:00 AM Bob\n<b@x.com> wrote:\nold text`;
      expect(stripQuotedText(mail).text, String(blank)).toBe("Where is it?");
    }
  });

  it("finishes on a megabyte of hostile input", () => {
    for (const unit of ["\n", ">", "> \n", "On ", "On 2026 wrote\n", "From: a\n", "-", "--\n", "---begin message\n", "<a@", " "]) {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
      expect(stripQuotedText(text).text.length).toBeLessThanOrEqual(text.length);
    }
  });
});
