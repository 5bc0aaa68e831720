import { describe, expect, it } from "vitest";
import { requireIterable, requireList, requireObject, requireText } from "./require-argument.js";

const values = { null: null, nothing: undefined, number: 7, text: "text", list: [], object: {}, set: new Set(), run: () => 0 };

const takes = [
  ["an object", requireObject, ["object", "set"]],
  ["a list", requireList, ["list"]],
  ["a list, or what gives its entries one by one", requireIterable, ["list", "set"]],
  ["a text", requireText, ["text"]],
] as const;

describe.each(takes)("where %s is wanted", (expected, require, fitting) => {
  it.each(Object.entries(values))("%s is taken or refused", (name, value) => {
    const call = () => require(value, "given");
    if ((fitting as readonly string[]).includes(name)) return expect(call).not.toThrow();
    const finding = expect.objectContaining({ code: "argument_invalid", path: "given", expected });
    expect(call).toThrow(expect.objectContaining({ code: "argument_invalid", findings: [finding] }));
  });
});
