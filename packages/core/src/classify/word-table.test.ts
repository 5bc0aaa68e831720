import fc from "fast-check";
import { expect, it } from "vitest";
import { readTicket } from "./read-ticket.js";
import { mostWords, textWords, WordTable } from "./word-table.js";

const numberIn = (words: WordTable, text: string): number => words.numberOf(text, 0, text.length, "word");

it("knows a word again by its letters, wherever it stands", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 400 }), (texts) => {
      const words = new WordTable();
      const numbers = texts.map((text) => numberIn(words, text));
      expect(numbers).toEqual(texts.map((_, number) => number));
      for (const [number, text] of texts.entries()) expect(words.numberOf(`(${text})`, 1, text.length + 1, "word")).toBe(number);
    }),
    { numRuns: 30 },
  );
});

it("keeps characters apart from words and tells what is counted of each", () => {
  const words = new WordTable();
  const character = words.numberOf("们", 0, 1, "character");
  for (let word = 0; word < 2_000; word += 1) numberIn(words, `word${word}`);
  expect(words.numberOf("他们", 1, 2, "character")).toBe(character);
  expect(numberIn(words, "word1999")).toBe(words.count - 1);
  expect(words.marksOf(numberIn(words, "NEVER"))).not.toBe(words.marksOf(numberIn(words, "never")));
});

it("takes no more of a word than tells it", () => {
  const words = new WordTable();
  expect(numberIn(words, "a".repeat(48))).toBe(numberIn(words, "a".repeat(5_000)));
  expect(words.numberOf("1".repeat(60), 0, 60, "number")).not.toBe(words.numberOf("1".repeat(61), 0, 61, "number"));
});

it("reads the same after all words were forgotten", () => {
  const read = () => readTicket({ text: "WHERE is my refund?? 我要退款 sooo late" }, "en");
  const before = read();
  const { epoch } = textWords;
  for (let word = 0; textWords.count <= mostWords; word += 1) numberIn(textWords, `new${word}`);
  expect(read()).toEqual(before);
  expect(textWords.epoch).toBe(epoch + 1);
  expect(textWords.count).toBeLessThan(100);
});

it("keeps the words of a reading while a host's getter reads another ticket", () => {
  const text = "I want a refund, my parcel is broken 😀 😡";
  const plain = readTicket({ text, subject: "hi" }, "en");
  const interrupted = {
    text,
    get subject() {
      for (let word = 0; textWords.count <= mostWords; word += 1) numberIn(textWords, `other${word}`);
      readTicket({ text: "greeeat awesoooome terrrrible loooove refuuuund" }, "en");
      return "hi";
    },
  };
  expect(readTicket(interrupted, "en")).toEqual(plain);
  expect(readTicket({ text, subject: "hi" }, "en")).toEqual(plain);
});

it("knows words apart whose hashes are the same, however many somebody makes", () => {
  const letters = Array.from({ length: 800 }, (_, at) => 0x4e00 + at);
  const step = (state: number, code: number) => Math.imul(state ^ code, 0x9e3779b1) ^ (state >>> 15);
  let made = [""];
  for (let state = 0, block = 0; block < 10; block += 1) {
    const seen = new Map<number, string>();
    let found: { readonly state: number; readonly pair: readonly [string, string] } | undefined;
    for (let at = 0; at < letters.length ** 2 && found === undefined; at += 1) {
      const [first, second] = [letters[Math.floor(at / letters.length)] as number, letters[at % letters.length] as number];
      const [next, text] = [step(step(state, first), second), String.fromCharCode(first, second)];
      const other = seen.get(next);
      if (other === undefined) seen.set(next, text);
      else found = { state: next, pair: [other, text] };
    }
    if (found === undefined) break;
    const { pair } = found;
    state = found.state;
    made = made.flatMap((text) => pair.map((each) => text + each));
  }
  expect(made.length).toBeGreaterThan(100);
  const words = new WordTable();
  const numbers = made.map((text) => numberIn(words, text));
  for (let word = 0; word < 5_000; word += 1) numberIn(words, `word${word}`);
  expect(made.map((text) => numberIn(words, text))).toEqual(numbers);
  expect(new Set(numbers).size).toBe(made.length);
  expect(made.every((text, at) => words.wordOf(numbers[at] as number).exact === text)).toBe(true);
});
