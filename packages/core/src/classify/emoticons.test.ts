import { describe, expect, it } from "vitest";
import { classifyTicket } from "./classify-ticket.js";
import { emoticonAt } from "./emoticons.js";
import { readTokens } from "./read-tokens.js";
import { textWords } from "./word-table.js";

describe("emoticons", () => {
  it.each([
    ["Danke :)", "🙂"],
    ["gracias :-))", "🙂"],
    ["lovely =D", "😄"],
    ["ok ;)", "😉"],
    ["still nothing :(", "🙁"],
    ["sad :'(", "😢"],
    ["hm :/", "😕"],
    ["kisses :*", "😘"],
    ["love it <3", "❤"],
    ["gone </3", "💔"],
    ["спасибо)))", "🙂"],
    ["не пришло((", "🙁"],
  ])("%s has one", (text, emoji) => {
    const token = readTokens(text).at(-1);
    expect(token).toMatchObject({ kind: "emoji", end: text.length });
    expect(textWords.wordOf(token?.number ?? -1).text).toBe(emoji);
  });

  it.each([
    "see https://example.com",
    "my order:(47-11)",
    "size=(40)",
    "c:\\temp",
    "(see the label (inside))",
    "((a) or (b))",
    "at 12:30",
    "weight <30 g",
    "note:Done",
  ])("%s has none", (text) => {
    for (let at = 0; at < text.length; at += 1) expect(emoticonAt(text, at)).toBeUndefined();
  });

  it("are read no farther than people type them, so that a long run costs little", () => {
    expect(emoticonAt("(".repeat(1_000), 0)?.end).toBe(40);
    expect(emoticonAt(`:${")".repeat(1_000)}`, 0)?.end).toBe(41);
  });

  it("count as the feelings they show, with the signs as evidence", () => {
    const sad = classifyTicket({ text: "It is not here yet :'(", language: "en" });
    expect(sad.sentiment).toBe("disappointed");
    expect(sad.evidence).toContainEqual({ label: "disappointed", phrase: ":'(", start: 19, end: 22 });
    expect(classifyTicket({ text: "Arrived today <3", language: "en" }).sentiment).toBe("positive");
  });
});
