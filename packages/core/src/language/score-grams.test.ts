import { eld } from "eld/large";
import { describe, expect, test } from "vitest";
import { gramLanguages } from "./gram-data.js";
import { gramKey, gramTable, placeOfGram } from "./gram-table.js";
import { GramScores } from "./score-grams.js";
import { WordList } from "./word-list.js";

const scores = new GramScores();

const scoreGrams = (written: readonly string[]) => {
  const words = new WordList();
  words.replace(written);
  scores.begin();
  for (let number = 0; number < words.count; number += 1) {
    scores.add(words.codes, words.bounds[number] as number, words.bounds[number + 1] as number);
  }
  scores.end();
  return { points: [...scores.points], known: [...scores.known], grams: scores.grams };
};

const sentences = [
  "we ordered the blue jacket three weeks ago and nobody could say where it was",
  "wir haben die blaue jacke vor drei wochen bestellt und niemand weiß wo sie ist",
  "nous avons commandé la veste bleue il y a trois semaines et personne ne sait où elle est",
  "pedimos la chaqueta azul hace tres semanas y nadie sabe dónde está",
  "encomendamos o casaco azul há três semanas e ninguém sabe onde está",
  "abbiamo ordinato la giacca blu tre settimane fa e nessuno sa dove sia",
  "we hebben de blauwe jas drie weken geleden besteld en niemand weet waar hij is",
  "zamówiliśmy niebieską kurtkę trzy tygodnie temu i nikt nie wie gdzie ona jest",
  "chúng tôi đã đặt áo khoác xanh ba tuần trước và không ai biết nó ở đâu",
  "kami memesan jaket biru tiga minggu yang lalu dan tidak ada yang tahu di mana barangnya",
  "mavi ceketi üç hafta önce sipariş ettik ve kimse nerede olduğunu bilmiyor",
];

describe("GramScores", () => {
  const languages = eld.setLanguageSubset(gramLanguages.map((code) => (code === "id" ? "ms" : code)));

  test.each(sentences)("ranks the languages as the detector the table comes from: %s", (sentence) => {
    expect(Object.keys(languages)).toHaveLength(gramLanguages.length);
    const { points } = scoreGrams(sentence.split(" "));
    const best = gramLanguages[points.indexOf(Math.max(...points))];
    expect(best === "id" ? "ms" : best).toBe(eld.detect(sentence).language);
  });

  test("counts a known gram once", () => {
    expect(scoreGrams(["und", "und", "und"])).toEqual(scoreGrams(["und"]));
    expect(scoreGrams([])).toEqual({ points: gramLanguages.map(() => 0), known: gramLanguages.map(() => 0), grams: 0 });
  });

  test("reads words of any length and lone surrogates", () => {
    expect(scoreGrams(["ab".repeat(500), "\ud800", "ệ".repeat(90)]).points).toHaveLength(gramLanguages.length);
  });

  test("counts alike however many texts came before", () => {
    const first = scoreGrams(["bestellung", "paket"]);
    for (let round = 0; round < 0x8001; round += 1) scores.begin();
    expect(scoreGrams(["bestellung", "paket"])).toEqual(first);
    for (let round = 0; round < 0x7ffe; round += 1) scores.begin();
    expect(scoreGrams(["bestellung", "paket"])).toEqual(first);
  });

  test("has room for the grams of as many and as long words as are read", () => {
    const long = (seed: number): string => Array.from({ length: 60 }, (_, at) => "ệữởaeiou"[(seed * 7 + at * at) % 8]).join("");
    const words = Array.from({ length: 160 }, (_, index) => long(index));
    const { points, grams } = scoreGrams(words);
    expect(scoreGrams([...words].reverse())).toMatchObject({ points, grams });
    expect(scoreGrams(Array.from({ length: 160 }, () => "ệ".repeat(2) + "zqxj".repeat(14))).grams).toBeGreaterThan(160 * 15);
  });
});

describe("gramTable", () => {
  test("finds a gram by its bytes and its place in the word", () => {
    const { slots, points, symbolOfByte } = gramTable();
    const [first, second, third] = [...new TextEncoder().encode("und")].map((byte) => symbolOfByte[byte] as number) as [
      number,
      number,
      number,
    ];
    const place = placeOfGram(slots, gramKey(first, second, third, 0, 3));
    const german = [...points.subarray((slots[place + 1] as number) & 0xffff)].find(
      (own) => ((own >>> 8) & 0x7f) === gramLanguages.indexOf("de"),
    );
    expect((german as number) & 0xff).toBeGreaterThan(100);
    expect(slots[placeOfGram(slots, gramKey(127, 127, 127, 127, 0))]).toBe(0);
  });
});
