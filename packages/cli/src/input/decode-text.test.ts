import { describe, expect, it } from "vitest";
import { decodeText } from "./decode-text.js";

const text = '{\r\n  "因为": "订单 – é"\r\n}';
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();

describe("decodeText", () => {
  it.each<[string, Buffer]>([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${text}`)],
    ["UTF-16, little end first, with a byte order mark", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["UTF-16, big end first, with a byte order mark", swapped(Buffer.from(`\uFEFF${text}`, "utf16le"))],
  ])("reads %s, line ends as they are", (_, bytes) => {
    expect(decodeText(bytes, "a.json").replace(/^\uFEFF/, "")).toBe(text);
  });

  it("leaves a stray NUL to whoever reads the text", () => {
    expect(decodeText(Buffer.from('{ "a": "b\0cdefghijkl" }'), "a.json")).toContain("\0");
  });

  it.each<[string, Buffer, string]>([
    [
      "UTF-16 without a byte order mark",
      Buffer.from('{ "a": 1 }', "utf16le"),
      "a.json is binary, or UTF-16 without a byte order mark: save it as UTF-8.",
    ],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "a.json is binary, or UTF-16"],
    [
      "binary with few zeros",
      Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), Buffer.alloc(60, 0x9c)]),
      "a.json is binary: it holds no text.",
    ],
    [
      "half a character of UTF-16",
      Buffer.concat([Buffer.from("\uFEFF{}", "utf16le"), Buffer.from([0x3d])]),
      "breaks off inside a character",
    ],
  ])("refuses %s", (_, bytes, message) => {
    expect(() => decodeText(bytes, "a.json")).toThrow(message);
  });

  it.each<[string, number[], string]>([
    ["Latin-1", [0x7b, 0x0a, 0x22, 0x63, 0x61, 0x66, 0xe9, 0x22], "a.json:2:5 is not UTF-8: the byte 0xe9 stands for no character"],
    ["GB18030", [0x7b, 0x0d, 0x0a, 0x22, 0xb6, 0xa9, 0xb5, 0xa5], "a.json:2:2 is not UTF-8: the byte 0xb6"],
    ["a character that is cut off", [0x22, 0xe8, 0xae], "a.json:1:2 is not UTF-8: the byte 0xe8"],
    ["a broken first byte", [0xff, 0x22], "a.json:1:1 is not UTF-8: the byte 0xff"],
    ["a surrogate of its own", [0x22, 0xed, 0xa0, 0x80, 0x22], "a.json:1:2 is not UTF-8: the byte 0xed"],
    ["wide characters before it", [...Buffer.from("订单\n订"), 0xff], "a.json:2:2 is not UTF-8: the byte 0xff"],
  ])("says where %s stops being UTF-8", (_, bytes, message) => {
    expect(() => decodeText(Uint8Array.from(bytes), "a.json")).toThrow(message);
  });
});
