import { describe, expect, it } from "vitest";
import { messageShape, shapeCount } from "./message-shape.js";
import { normaliseMessage } from "./normalise-message.js";

const shape = (text: string, mentions = 5): number[] => messageShape(text, normaliseMessage(text), mentions);

describe("messageShape", () => {
  it.each([
    ["is it?", 1],
    ["no!", 2],
    ["no!!!", 3],
    ["WHERE IS MY PARCEL", 4],
    ["I want it NOW please", 5],
    ["I WANT THIS SOLVED today you hear", 6],
    ["hi", 7],
    ["where is my parcel, I wait since", 8],
    ["it is 5 of them", 12],
    ["it is 5 €", 13],
    ["first\nsecond", 16],
    ["well…", 17],
    ["ГДЕ МОЙ ЗАКАЗ", 4],
    ["ŻÓŁĆ ŁĄKA", 4],
  ])("sees in %j the trait %i", (text, trait) => {
    expect(shape(text)).toContain(trait);
  });

  it("sees where little is said of a shop's matters", () => {
    expect(shape("sing me a song", 0)).toContain(14);
    expect(shape("sing me a song", 2)).toContain(15);
    expect(shape("a long story of a day at the sea with many waves and gulls", 1)).toContain(18);
    expect(shape("a long story of a day at the sea with many waves and gulls", 9)).not.toContain(18);
  });

  it("numbers no more traits than there are, each once", () => {
    const found = shape("WHERE IS IT?!!! 5 € … \n NOW NOW NOW", 0);
    expect(new Set(found).size).toBe(found.length);
    expect(Math.max(...found)).toBeLessThan(shapeCount);
  });
});
