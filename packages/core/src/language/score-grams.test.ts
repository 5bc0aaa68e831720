import { eld } from "eld/large";
import { describe, expect, test } from "vitest";
import { gramLanguages } from "./gram-data.js";
import { gramTable, packGram } from "./gram-table.js";
import { scoreGrams } from "./score-grams.js";

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

describe("scoreGrams", () => {
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
});

describe("gramTable", () => {
  test("finds a gram by its bytes and its place in the word", () => {
    const table = gramTable();
    const bytes = packGram([...new TextEncoder().encode("und")], 0, 3);
    const slot = table.slotOf(bytes, 3);
    expect(table.points[table.offsetOf(slot) + gramLanguages.indexOf("de")]).toBeGreaterThan(100);
    expect(table.slotOf(packGram([1, 2, 3, 4], 0, 4), 0)).toBe(-1);
  });
});
