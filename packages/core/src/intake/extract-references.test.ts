import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractReferences } from "./extract-references.js";

const orders: Readonly<Record<string, readonly string[]>> = {
  en: ["My order number is 20481", "about order #20481", "Order no. 20481, please", "order: 20481"],
  zh: ["我的订单号是20481", "訂單編號：20481", "20481号订单还没到", "订单 20481"],
  ja: ["注文番号は 20481 です", "20481番の注文について", "ご注文番号：２０４８１"],
  ko: ["주문번호는 20481 입니다", "주문 번호: 20481", "20481번 주문"],
  de: ["Meine Bestellnummer lautet 20481", "Bestell-Nr.: 20481", "Bestellung 20481"],
  fr: ["numéro de commande : 20481", "ma commande n° 20481", "commande 20481"],
  es: ["Mi número de pedido es 20481", "pedido nº 20481", "el pedido 20481"],
  pt: ["número do pedido é 20481", "numero do pedido: 20481", "encomenda 20481"],
  it: ["il numero d'ordine è 20481", "ordine n. 20481", "ordine 20481"],
  nl: ["mijn bestelnummer is 20481", "ordernummer: 20481", "bestelling 20481"],
  pl: ["Zamówienie nr 20481", "numer zamówienia to 20481", "zamowienie 20481"],
  ru: ["номер заказа 20481", "заказ №20481", "мой заказ 20481"],
  ar: ["رقم الطلب هو 20481", "رقم الطلب: ٢٠٤٨١", "طلبي رقم 20481"],
  th: ["หมายเลขคำสั่งซื้อคือ 20481", "เลขออเดอร์ 20481", "คำสั่งซื้อ 20481"],
  vi: ["mã đơn hàng là 20481", "ma don hang: 20481", "đơn hàng 20481"],
  id: ["nomor pesanan saya 20481", "no. pesanan: 20481", "pesanan 20481"],
  tr: ["sipariş numaram 20481", "20481 numaralı siparişim", "SİPARİŞ NO: 20481"],
};

const parcels: Readonly<Record<string, string>> = {
  en: "tracking number: 998877665544",
  zh: "快递单号是998877665544",
  ja: "追跡番号は 998877665544 です",
  ko: "운송장 번호 998877665544",
  de: "Sendungsnummer 998877665544",
  fr: "numéro de suivi : 998877665544",
  es: "número de seguimiento 998877665544",
  pt: "código de rastreio: 998877665544",
  it: "codice di tracciamento 998877665544",
  nl: "Track & Trace: 998877665544",
  pl: "numer przesyłki 998877665544",
  ru: "трек-номер 998877665544",
  ar: "رقم التتبع 998877665544",
  th: "เลขพัสดุ 998877665544",
  vi: "mã vận đơn 998877665544",
  id: "nomor resi 998877665544",
  tr: "takip numarası 998877665544",
};

describe("order ids", () => {
  it.each(Object.entries(orders))("are found behind the words for order number in %s", (_language, texts) => {
    for (const text of texts) expect(extractReferences(text), text).toMatchObject({ orderIds: ["20481"], trackingNumbers: [] });
  });

  it.each([
    ["amazon", "113-1234567-7654321"],
    ["ebay", "12-34567-89012"],
    ["shopee", "260303ABCD12EF"],
    ["walmart", "200012345678901"],
    ["tiktok_shop", "576412345678901234"],
    ["temu", "PO-211-12345678901234567"],
  ])("are known by the shape of %s", (marketplace, id) => {
    const [found] = extractReferences(`Hello, ${id}!`).found;
    expect(found).toMatchObject({ kind: "order_id", value: id, issuers: [marketplace] });
  });

  it("are likelier in the shape of the marketplace the message came from", () => {
    expect(extractReferences("8123456789012345").orderIds).toEqual([]);
    expect(extractReferences("8123456789012345", { marketplace: "aliexpress" }).orderIds).toEqual(["8123456789012345"]);
  });

  it("follow one label in a list, keep their spelling and say where they stand", () => {
    const text = "Order ab-1001, #1002 and 1003 are late";
    const { orderIds, found } = extractReferences(text);
    expect(orderIds).toEqual(["ab-1001", "1002", "1003"]);
    for (const { start, end, value } of found) expect(text.slice(start, end).replace("#", "")).toBe(value);
  });

  it("that exist are found however they are written", () => {
    expect(extractReferences("it is about o1001", { orderIds: ["O-1001"] }).orderIds).toEqual(["O-1001"]);
    expect(extractReferences("order 45", { orderIds: ["45"] }).orderIds).toEqual(["45"]);
    expect(extractReferences("45 days since 2026", { orderIds: ["45", "2026"] }).orderIds).toEqual([]);
  });

  it("are not made of dates, amounts, quantities, years and phone numbers", () => {
    for (const text of [
      "It has been 45 DAYS",
      "I placed my order 2026-01-15",
      "order 20260115",
      "my order 03-03-2026",
      "order 129.90",
      "order $1299",
      "order 5000 pieces",
      "pedido 2000 unidades",
      "my order, 2025 was better",
      "order was late. 20481 people agree",
      "call +1 555 010 9999",
      "card 4111111111111111",
      "订单 5000件",
      "",
    ]) {
      expect(extractReferences(text).orderIds, text).toEqual([]);
    }
  });
});

describe("tracking numbers", () => {
  it.each(Object.entries(parcels))("are found behind the words for tracking number in %s", (_language, text) => {
    expect(extractReferences(text)).toMatchObject({ orderIds: [], trackingNumbers: ["998877665544"] });
  });

  it.each([
    ["post", "RB123456785GB"],
    ["post", "rb 123 456 785 gb"],
    ["ups", "1Z999AA10123456784"],
    ["ups", "1Z 999 AA1 01 2345 6784"],
    ["yunexpress", "YT2601700000000001"],
    ["cainiao", "LP00123456789012"],
    ["amazon_logistics", "TBA123456789012"],
    ["sf_express", "SF1234567890123"],
    ["4px", "4PX3000123456789CN"],
    ["postnl", "3SABCD123456789"],
  ])("are known by the shape of %s: %s", (carrier, number) => {
    const [found] = extractReferences(`see ${number} please`).found;
    expect(found).toMatchObject({ kind: "tracking_number", value: number.replaceAll(" ", "").toUpperCase(), issuers: [carrier] });
  });

  it("must pass their check digit unless a label announces them", () => {
    expect(extractReferences("RB123456784GB").trackingNumbers).toEqual([]);
    const [found] = extractReferences("tracking number RB123456784GB").found;
    expect(found?.value).toBe("RB123456784GB");
    expect(found?.confidence).toBe(0.5);
  });

  it("of the postal S10 shape are found exactly where an independent sum agrees", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 9 }), (serial, digit) => {
        const eight = String(serial).padStart(8, "0");
        const sum = "86423597".split("").reduce((total, weight, index) => total + Number(weight) * Number(eight[index]), 0);
        const expected = [5, 0, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((value, rest) => (rest === 0 ? 5 : rest === 1 ? 0 : value))[sum % 11];
        const number = `LX${eight}${digit}CN`;
        expect(extractReferences(`x ${number}`).trackingNumbers).toEqual(digit === expected ? [number] : []);
      }),
    );
  });

  it("stand beside order ids without being mixed up", () => {
    const text = "Order 113-1234567-7654321 with tracking number 998877665544 and order no RB123456785GB";
    expect(extractReferences(text)).toMatchObject({
      orderIds: ["113-1234567-7654321"],
      trackingNumbers: ["998877665544", "RB123456785GB"],
    });
  });
});

describe("extractReferences", () => {
  it("answers any text with places inside it, each value once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const { found, orderIds } = extractReferences(text);
        expect(new Set(orderIds).size).toBe(orderIds.length);
        for (const { start, end, confidence } of found) {
          expect(start >= 0 && start < end && end <= text.length).toBe(true);
          expect(confidence > 0 && confidence <= 1).toBe(true);
        }
      }),
    );
  });

  it("finds a number that is printed in groups, however few digits it has", () => {
    expect(extractReferences("1Z BL BQ TP KW BF JM TR Q4").trackingNumbers).toEqual(["1ZBLBQTPKWBFJMTRQ4"]);
  });

  it("finishes on a megabyte of hostile input, and lists a bounded number", () => {
    for (const unit of ["order 1001 ", "1", "a ", "12 ", "order number ", "订单号", "#", "1-", "RB 123 456 785 ", " ", "é", "İ"]) {
      expect(extractReferences(unit.repeat(Math.ceil(1_000_000 / unit.length))).found.length).toBeLessThanOrEqual(1);
    }
    const many = Array.from({ length: 500 }, (_, index) => `order #${10_000 + index}`).join(" ");
    expect(extractReferences(many).orderIds).toHaveLength(50);
  });
});
