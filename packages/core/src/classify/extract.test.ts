import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compiledTimeWords, numbersOf } from "./compile-time-words.js";
import { extract } from "./extract.js";
import { extractAmounts } from "./extract-amounts.js";
import { extractDates } from "./extract-dates.js";
import { extractDays } from "./extract-days.js";
import { readTokens } from "./read-tokens.js";
import { timeWords } from "./time-words.js";

const days = (language: string, text: string) => extractDays(readTokens(text), [language])?.days ?? null;

describe("days", () => {
  it.each([
    ["en", "It has been 45 days", 45],
    ["en", "45days and counting", 45],
    ["en", "forty-five days", 45],
    ["en", "waited six weeks", 42],
    ["en", "1 month and a half", 45],
    ["en", "a month and a half", 45],
    ["en", "one and a half months", 45],
    ["en", "1.5 months", 45],
    ["en", "two weeks and three days", 17],
    ["en", "you said 5 days, it's been 3 weeks", 21],
    ["en", "3-4 weeks", 28],
    ["en", "a fortnight", 14],
    ["en", "Express delivery, 5 days, and here we are on day 19", 19],
    ["en", "you promised 16 days, 28 passed", null],
    ["en", "you promised 16 days, already 28 now", 28],
    ["en", "you promised 16 days", null],
    ["de", "Tag 19 und kein Paket", 19],
    ["ru", "обещали 16 дней, прошло 28", 28],
    ["es", "prometieron 10 días, ya van 25", 25],
    ["en", "it has a 90 day warranty", null],
    ["en", "ordered on the 15th", null],
    ["zh", "都45天了", 45],
    ["zh", "都４５天了", 45],
    ["zh", "等了四十五天", 45],
    ["zh", "一个半月了", 45],
    ["zh", "两个星期", 14],
    ["zh", "1月15日下的单", null],
    ["zh", "7天无理由退货", null],
    ["ja", "45日も待っています", 45],
    ["ja", "４５日経ちました", 45],
    ["ja", "1ヶ月半", 45],
    ["ja", "三週間", 21],
    ["ja", "1月15日に注文", null],
    ["ar", "منذ 45 يوما", 45],
    ["ar", "منذ ٤٥ يوم", 45],
    ["ar", "شهر ونصف", 45],
    ["ar", "خمسة وأربعين يوما", 45],
    ["ar", "أسبوعين", 14],
    ["de", "seit 45 Tagen", 45],
    ["de", "fünfundvierzig Tage", 45],
    ["de", "seit anderthalb Monaten", 45],
    ["de", "ein Monat und ein halber", 45],
    ["es", "45 días", 45],
    ["es", "cuarenta y cinco dias", 45],
    ["es", "un mes y medio", 45],
    ["fr", "45 jours", 45],
    ["fr", "un mois et demi", 45],
    ["pt", "45 dias", 45],
    ["pt", "um mês e meio", 45],
    ["it", "45 giorni", 45],
    ["it", "un mese e mezzo", 45],
    ["nl", "45 dagen", 45],
    ["nl", "anderhalve maand", 45],
    ["pl", "45 dni", 45],
    ["pl", "półtora miesiąca", 45],
    ["ru", "45 дней", 45],
    ["ru", "полтора месяца", 45],
    ["ko", "45일째", 45],
    ["ko", "한 달 반", 45],
    ["th", "45 วัน", 45],
    ["th", "เดือนครึ่ง", null],
    ["th", "1 เดือนครึ่ง", 45],
    ["vi", "45 ngày", 45],
    ["vi", "15 tháng 1", null],
    ["vi", "một tháng rưỡi", 45],
    ["id", "45 hari", 45],
    ["id", "sebulan setengah", 45],
    ["tr", "45 gün", 45],
    ["tr", "bir buçuk ay", 45],
  ])("%s: %s", (language, text, expected) => {
    expect(days(language, text)).toBe(expected);
  });

  it("reads the number words from 1 to 60 in six languages", () => {
    for (const language of ["en", "zh", "ja", "ar", "de", "es"]) {
      const values = new Set(numbersOf(timeWords[language] as (typeof timeWords)[string]).values());
      for (let value = 1; value <= 60; value += 1) expect(values, `${language} ${value}`).toContain(value);
    }
  });

  it("reads every whole number of days", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (count) => {
        expect(days("en", `waiting ${count} days`)).toBe(count);
      }),
    );
  });

  it("knows no time words of other languages", () => {
    expect(compiledTimeWords("sv")).toBeUndefined();
    expect(days("sv", "45 dagar")).toBeNull();
  });
});

describe("tracking numbers", () => {
  it("takes UPU numbers with a right check digit alone", () => {
    expect(extract(["RB123456785GB and RB123456789GB"], "en").trackingNumbers).toEqual(["RB123456785GB"]);
    expect(extract(["rb 123 456 785 gb"], "en").trackingNumbers).toEqual(["RB123456785GB"]);
  });

  it.each([
    ["1Z999AA10123456784", ["1Z999AA10123456784"]],
    ["YT2412345678901234 from YunExpress", ["YT2412345678901234"]],
    ["LP00123456789012", ["LP00123456789012"]],
    ["Sendungsnummer: 00340434161094042557", ["00340434161094042557"]],
    ["运单号：773012345678901", ["773012345678901"]],
    ["tracking number is 123456789012", ["123456789012"]],
    ["call me on 5551234567", []],
  ])("%s", (text, expected) => {
    expect(extract([text], "en").trackingNumbers).toEqual(expected);
  });
});

describe("order ids", () => {
  it.each([
    ["my order 112-1234567-7654321 please", ["112-1234567-7654321"]],
    ["Order #10234", ["10234"]],
    ["order number: O-1001", ["O-1001"]],
    ["Bestellung Nr. 4711-88", ["4711-88"]],
    ["订单号：2024123456789", ["2024123456789"]],
    ["注文番号は250-1234567-1234567です", ["250-1234567-1234567"]],
    ["my order of 2 shirts", []],
    ["order from 12-01-2026", []],
  ])("%s", (text, expected) => {
    expect(extract([text], "en").orderIds).toEqual(expected);
  });

  it("that exist are found wherever they stand, each once", () => {
    expect(extract(["is HL-20577 lost?", "HL-20577"], "en", { orderIds: ["HL-20577"] }).orderIds).toEqual(["HL-20577"]);
  });
});

describe("amounts", () => {
  it.each([
    ["en", "I paid €1,234.56", [{ amount: "1234.56", currency: "EUR" }]],
    ["de", "1.234,56 EUR", [{ amount: "1234.56", currency: "EUR" }]],
    [
      "en",
      "US$ 20 or £15.5",
      [
        { amount: "20", currency: "USD" },
        { amount: "15.5", currency: "GBP" },
      ],
    ],
    ["en", "it cost $20", [{ amount: "20", currency: null }]],
    ["zh", "花了¥99", [{ amount: "99", currency: "CNY" }]],
    ["ja", "¥3,980でした", [{ amount: "3980", currency: "JPY" }]],
    ["ja", "3980円", [{ amount: "3980", currency: "JPY" }]],
    ["ru", "1 500 руб", [{ amount: "1500", currency: "RUB" }]],
    ["ar", "٢٥ ريال", [{ amount: "25", currency: "SAR" }]],
    ["ar", "KWD 1.500", [{ amount: "1.500", currency: "KWD" }]],
    ["id", "Rp 350.000", [{ amount: "350000", currency: "IDR" }]],
    ["en", "45 days", []],
  ])("%s: %s", (language, text, expected) => {
    expect(extractAmounts([text], language)).toEqual(expected);
  });
});

describe("dates", () => {
  it.each([
    ["ordered on January 15", ["January 15"]],
    ["on 15 January 2026 and 2026-01-20", ["15 January 2026", "2026-01-20"]],
    ["am 3. März bestellt", ["3. März"]],
    ["el 5 de mayo", ["5 de mayo"]],
    ["1月15日に注文", ["1月15日"]],
    ["12/01/2026", ["12/01/2026"]],
    ["24/7 service", []],
    ["I may come", []],
  ])("%s", (text, expected) => {
    expect(extractDates([text])).toEqual(expected);
  });
});
