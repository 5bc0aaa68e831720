import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { detectLanguage } from "./detect-language.js";
import { type LanguageCode, languageCodes } from "../model/language-codes.js";

const sentences: Record<LanguageCode, readonly string[]> = {
  en: [
    "Dear Sir or Madam, I am writing regarding my order, which was due on Monday and has not arrived.",
    "hi where is my stuff?? its been 3 weeks now",
    "Got the iPhone 15 case from Amazon (order 112-4452918-77) but the Schutzhülle is cracked, can I get a replacement?",
    "I ordered 手机壳 but you sent me the wrong color",
    "pls cancel and refund, thx",
    "Thank you!",
  ],
  de: [
    "Sehr geehrte Damen und Herren, hiermit widerrufe ich meine Bestellung vom 3. Mai.",
    "wo bleibt mein paket?? warte schon seit 2 wochen",
    "Das Headset ist kaputt angekommen, ich moechte mein Geld zurueck, Bestellnummer DE-2291-A.",
    "Mein iPhone 14 Pro Case von Spigen via Amazon Prime passt nicht, Tracking sagt delivered, aber nichts da",
    "Hallo",
    "> Your order has been shipped, thanks for shopping with us\nIch habe aber noch nichts bekommen!",
  ],
  fr: [
    "Madame, Monsieur, je vous informe que le colis reçu ce matin était endommagé.",
    "slt jai toujours pas recu mon colis svp faites vite",
    "Ma commande Amazon n°403-998 affiche « delivered » sur le tracking UPS mais je n'ai rien reçu",
    "Le vendeur ne repond pas, je veux etre rembourse",
    "Merci",
    "Bonjour, les Nike Air Max sont trop petites, puis-je les échanger ?",
  ],
  es: [
    "Estimados señores: solicito la devolución del importe de mi pedido, que llegó roto.",
    "hola q tal, aun no me llega el paquete y ya pasaron 15 dias",
    "Compre unos AirPods Pro y no funcionan, como puedo devolverlos? pedido ES-99120",
    "Me cobraron dos veces, quiero mi dinero",
    "¿Cuándo llega mi pedido?",
    "El tracking de DHL dice delivered pero no he recibido nada https://www.dhl.com/track?id=1234",
  ],
  pt: [
    "Prezados, gostaria de solicitar o reembolso do pedido 88-2231, pois o produto veio com defeito.",
    "oi cade meu pedido? ja faz um mes e nada",
    "Nao recebi minha encomenda e o codigo de rastreio nao funciona",
    "Obrigado",
    "O Galaxy Watch que comprei na Shopee chegou com a tela quebrada",
    "Veio o tamanho errado, quero trocar",
  ],
  it: [
    "Gentile assistenza, non ho ancora ricevuto il pacco ordinato il 12 marzo.",
    "ciao dov'e il mio ordine?? aspetto da 3 settimane",
    "Il PowerBank Anker è arrivato rotto, vorrei il rimborso, ordine IT-5512",
    "La taglia e sbagliata, posso cambiarla?",
    "Grazie mille",
    "Il tracking dice delivered ma non è arrivato niente, help",
  ],
  nl: [
    "Geachte heer, mevrouw, mijn bestelling van vorige week is nog niet geleverd.",
    "hoi waar blijft mn pakketje? wacht al 2 weken",
    "De Philips airfryer die ik via bol heb gekocht is kapot, order 55-201-NL",
    "Ik heb de verkeerde maat gekregen en wil graag ruilen",
    "Bedankt voor de snelle reactie",
    "Volgens de track and trace is het pakket bezorgd, maar ik heb niets ontvangen",
  ],
  pl: [
    "Szanowni Państwo, chciałbym zwrócić zamówiony towar, ponieważ jest uszkodzony.",
    "gdzie jest moja paczka?? czekam juz 3 tygodnie",
    "Dostalam zly rozmiar, prosze o wymiane, zamowienie PL-7712",
    "Słuchawki Sony z Allegro nie działają, kiedy dostanę zwrot pieniędzy?",
    "Dziękuję bardzo",
    "Kurier DPD zostawił paczkę pod drzwiami i zginęła",
  ],
  vi: [
    "Kính gửi shop, tôi chưa nhận được đơn hàng đặt từ tuần trước.",
    "shop oi sao hang lau qua vay, minh cho 2 tuan roi",
    "San pham bi loi, toi muon tra hang va hoan tien, ma don VN-2210",
    "Ốp lưng iPhone 15 Pro Max mua trên Shopee bị vỡ khi giao",
    "Cảm ơn shop",
    "Giao sai màu rồi, đổi giúp mình nhé",
  ],
  id: [
    "Kepada Yth. layanan pelanggan, pesanan saya belum diterima sampai hari ini.",
    "min barang gw kok blm nyampe ya, udah 2 minggu nih",
    "Produknya rusak, saya mau refund ya kak, no order ID-88123",
    "Casing Samsung Galaxy dari Tokopedia warnanya salah, tolong ditukar",
    "Terima kasih",
    "Seller fast response tapi paket belum dikirim",
  ],
  tr: [
    "Sayın yetkili, siparişim üç haftadır elime ulaşmadı.",
    "kargom nerede ya 2 haftadir bekliyorum",
    "Urun kirik geldi, iade etmek istiyorum, siparis no TR-4410",
    "Trendyol'dan aldığım Xiaomi kulaklık çalışmıyor, değişim istiyorum",
    "Teşekkürler",
    "Yanlış beden gönderilmiş, param ne zaman iade edilecek?",
  ],
  ru: ["Здравствуйте, мой заказ до сих пор не пришёл.", "где посылка", "iPhone 15 Pro Max пришел разбитый, верните деньги, order 5512"],
  ar: ["السلام عليكم، لم يصلني الطلب حتى الآن", "وين طلبي؟؟", "سماعة Samsung Galaxy Buds وصلت مكسورة اريد استرجاع المبلغ order 5512"],
  th: ["สวัสดีค่ะ ยังไม่ได้รับสินค้าเลยค่ะ", "ของแตก ขอเงินคืน", "เคส iPhone 15 Pro Max ที่สั่งจาก Shopee สีผิด"],
  ko: ["안녕하세요, 주문한 상품이 아직 도착하지 않았습니다.", "환불해주세요ㅠㅠ", "Samsung Galaxy Buds 케이스가 깨져서 왔어요 order 5512"],
  ja: [
    "お世話になっております。注文した商品がまだ届いていません。",
    "返金してください",
    "Anker PowerBank Pro が壊れていました order 5512",
    "注文番号5512 返品希望",
  ],
  zh: [
    "您好，我的包裹还没有收到，请帮我查一下。",
    "退款",
    "iPhone 15 Pro Max 手機殼收到是破的，請退貨",
    "请问の物流到哪里了，怎么还没发货",
  ],
};

const cases = languageCodes.flatMap((code) => sentences[code].map((text) => ({ code, text })));

describe("detectLanguage", () => {
  test.each(cases)("reads $code: $text", ({ code, text }) => {
    expect(detectLanguage(text).code).toBe(code);
  });

  test.each([
    ["我的包裹还没有收到，请退款", "Hans"],
    ["我的包裹還沒有收到，請退款", "Hant"],
    ["你好", "Hani"],
    ["ケースが割れていた", "Jpan"],
    ["환불 부탁드립니다", "Kore"],
    ["верните деньги", "Cyrl"],
    ["أين طلبي", "Arab"],
    ["ขอเงินคืน", "Thai"],
    ["Where is my refund", "Latn"],
    ["Πού είναι το δέμα μου;", "Grek"],
    ["मेरा पैकेज कहाँ है", "Deva"],
  ])("names the script of %s: %s", (text, script) => {
    expect(detectLanguage(text).script).toBe(script);
  });

  test.each(["", "   ", "\n\t", "123-4567 / 99,00 €", "👍👍🔥", "...?!", "\u0000\u0000", "\ud800", "\u200f\u200e"])(
    "says und without letters: %j",
    (text) => {
      expect(detectLanguage(text)).toEqual({ code: "und", confidence: 0, script: "Zyyy" });
    },
  );

  test.each(["asdfgh jklmnb", "xqzvk wrtpl", "sdfsdf fghfgh", "hhhhh zzzz"])("says und for letters of no language: %s", (text) => {
    expect(detectLanguage(text)).toEqual({ code: "und", confidence: 0, script: "Latn" });
  });

  test.each([
    ["Де моє замовлення? Чекаю вже два тижні", "Cyrl"],
    ["Къде е поръчката ми? Пъзелът е счупен", "Cyrl"],
    ["سفارش من کجاست؟ هنوز نرسیده و پول من را پس دهید", "Arab"],
    ["Hej, jag har inte fått mitt paket ännu, var är det?", "Latn"],
    ["Dobrý den, kde je moje objednávka? Ještě jsem ji nedostal", "Latn"],
    ["Jó napot, hol van a csomagom? Még nem kaptam meg a rendelésem", "Latn"],
    ["Bună ziua, unde este comanda mea? Încă nu am primit coletul", "Latn"],
    ["Hvor er min pakke? Jeg har ikke fået den endnu", "Latn"],
    ["איפה החבילה שלי", "Hebr"],
  ])("says und for a language outside the seventeen: %s", (text, script) => {
    expect(detectLanguage(text)).toEqual({ code: "und", confidence: 0, script });
  });

  test("lets the dominant language of a mixture win with less confidence", () => {
    const german = "Ich habe meine Bestellung noch nicht erhalten und möchte wissen, wo das Paket geblieben ist.";
    const alone = detectLanguage(german);
    const mixed = detectLanguage(`${german} Please check and let me know when it will arrive.`);
    expect(mixed.code).toBe("de");
    expect(mixed.confidence).toBeLessThan(alone.confidence);
    const scripts = detectLanguage("我的包裹还没有收到，请帮我查一下 please check where my parcel is");
    expect(scripts.code).toBe("zh");
    expect(scripts.confidence).toBeLessThan(detectLanguage("我的包裹还没有收到，请帮我查一下").confidence);
  });

  test("is surer of a sentence than of a word", () => {
    expect(detectLanguage("Hallo").confidence).toBeLessThan(0.8);
    expect(detectLanguage("Wo bleibt mein Paket? Ich warte seit drei Wochen auf die Lieferung.").confidence).toBeGreaterThan(0.85);
  });

  test.each([
    ["On Mon, 3 Mar 2025 Shop <help@shop.example> wrote:", "Thank you for your order, it has been shipped and will arrive soon."],
    ["-----Original Message-----", "From: Shop\nYour parcel is on its way and we hope that you like it very much."],
    ["El lun, 3 mar 2025, Shop escribió:", "> Your order has been shipped\n> and it will arrive soon."],
  ])("leaves quoted mail out: %s", (header, quoted) => {
    expect(detectLanguage(`Todavía no ha llegado nada.\n\n${header}\n${quoted}`).code).toBe("es");
  });

  test("reads a text that is all quotation, mention or hashtag rather than nothing", () => {
    expect(detectLanguage("> Wo bleibt mein Paket?").code).toBe("de");
    expect(detectLanguage("#danke #schade").code).toBe("de");
    expect(detectLanguage("https://example.com/paket mail@example.com").code).toBe("und");
  });

  test("does not take brands for a language of their own", () => {
    expect(detectLanguage("PayPal DHL Amazon: kaputt geliefert").code).toBe("de");
    expect(detectLanguage("tracking order status").confidence).toBeLessThan(0.7);
  });

  test("reads composed and decomposed letters, full width and curly apostrophes alike", () => {
    const text = "Je n'ai pas reçu la commande prévue";
    expect(detectLanguage(text.normalize("NFD"))).toEqual(detectLanguage(text));
    expect(detectLanguage(text.replace("'", "’"))).toEqual(detectLanguage(text));
    expect(detectLanguage("ｗｈｅｒｅ ｉｓ ｍｙ ｏｒｄｅｒ").code).toBe("en");
    expect(detectLanguage("ﾍﾝｷﾝｼﾃｸﾀﾞｻｲ").code).toBe("ja");
  });

  test("reads a megabyte from samples", () => {
    expect(detectLanguage("Wo bleibt mein Paket? ".repeat(50_000)).code).toBe("de");
    expect(detectLanguage("a".repeat(1_000_000)).code).toBe("und");
    expect(detectLanguage("<".repeat(1_000_000)).code).toBe("und");
    expect(detectLanguage("a.".repeat(500_000)).script).toBe("Latn");
    expect(detectLanguage("a@".repeat(500_000)).script).toBe("Latn");
    expect(detectLanguage(`${"\ud800".repeat(1000)}где моя посылка${"\udc00".repeat(100_000)}`).code).toBe("ru");
  });

  test("what is no text is refused", () => {
    for (const none of [null, undefined, 7, ["hello"], { text: "hello" }]) {
      expect(() => detectLanguage(none as never)).toThrow(InvalidCaseError);
      expect(() => detectLanguage(none as never)).toThrow(/^The case can't be read:\n {2}text_missing: the text is /);
    }
    expect(detectLanguage("").code).toBe("und");
  });

  test("null bytes, direction marks and lone surrogates change nothing", () => {
    expect(detectLanguage("\u200f\u0000Wo bleibt\u0000 mein Paket\ud800?").code).toBe("de");
    expect(detectLanguage("\u202bأين طلبي\u202c").code).toBe("ar");
  });

  test("answers any text, twice alike, with a known code and a confidence in hundredths", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const answer = detectLanguage(text);
        expect(detectLanguage(text)).toEqual(answer);
        expect(["und", ...languageCodes]).toContain(answer.code);
        expect(answer.confidence).toBe(Math.round(answer.confidence * 100) / 100);
        expect(answer.confidence).toBeGreaterThanOrEqual(0);
        expect(answer.confidence).toBeLessThanOrEqual(1);
        expect(answer.script).toMatch(/^[A-Z][a-z]{3}$/u);
        expect(answer.confidence === 0).toBe(answer.code === "und");
      }),
    );
  });
});

describe("short words of greeting and thanks", () => {
  test.each([
    ["Hello", "en"],
    ["Thanks", "en"],
    ["Hallo", "de"],
    ["Danke", "de"],
    ["Bonjour", "fr"],
    ["Merci", "fr"],
    ["Hola", "es"],
    ["Gracias", "es"],
    ["Olá", "pt"],
    ["Obrigada", "pt"],
    ["Ciao", "it"],
    ["Grazie", "it"],
    ["Bedankt", "nl"],
    ["Cześć", "pl"],
    ["Dzięki", "pl"],
    ["Xin chào", "vi"],
    ["Makasih", "id"],
    ["Halo kak", "id"],
    ["Merhaba", "tr"],
    ["Teşekkürler", "tr"],
    ["Спасибо", "ru"],
    ["شكرا", "ar"],
    ["ขอบคุณ", "th"],
    ["감사합니다", "ko"],
    ["ありがとう", "ja"],
    ["谢谢", "zh"],
  ])("reads %s as %s, not with the confidence of a sentence", (text, code) => {
    const answer = detectLanguage(text);
    expect(answer.code).toBe(code);
    expect(answer.confidence).toBeLessThan(0.93);
  });

  test.each(["ok", "no"])("says und for a word that several languages write alike: %s", (text) => {
    expect(detectLanguage(text).code).toBe("und");
  });
});
