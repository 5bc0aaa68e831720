import { describe, expect, it } from "vitest";
import { didYouMean, nearestWord } from "./nearest-word.js";

describe("nearestWord", () => {
  it.each<[string, readonly string[], string | undefined]>([
    ["ticket.chanel", ["ticket.channel", "order.total"], "ticket.channel"],
    ["frist", ["first", "all", "sum"], "first"],
    ["paht", ["fact", "path"], "path"],
    ["e-mail", ["email", "phone"], "email"],
    ["Live Chat", ["email", "live_chat"], "live_chat"],
    ["usd", ["EUR", "USD"], "USD"],
    ["marketplace", ["social", "forum"], undefined],
    ["x", ["yy"], undefined],
    ["", ["a-very-long-word"], undefined],
    ["word", [], undefined],
    ["w".repeat(201), ["w".repeat(200)], undefined],
  ])("of %s in %j", (word, words, nearest) => {
    expect(nearestWord(word, words)).toBe(nearest);
    expect(didYouMean(word, words)).toEqual(nearest === undefined ? {} : { fix: `did you mean "${nearest}"?` });
  });
});
