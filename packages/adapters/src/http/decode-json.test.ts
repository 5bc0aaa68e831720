import { AdapterError } from "@amends/core/errors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeJson } from "./decode-json.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const decode = (text: string) => decodeJson("shop", bytes(text));

describe("decodeJson", () => {
  it("reads whatever JSON.stringify writes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value);
        expect(decode(json)).toEqual(JSON.parse(json, (_, each) => (isLong(each) ? String(each) : (each as unknown))));
      }),
    );
  });

  it("keeps every digit of an integer, as a number where it fits and as text where it doesn't", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.string(), (id, text) => {
        const read = decode(`{ "id" : ${id} , "text": ${JSON.stringify(`${text}"${id}\\`)}, "list":[${id}]}`) as Record<string, unknown>;
        const wanted = Number.isSafeInteger(Number(id)) ? Number(id) : String(id);
        expect(read).toEqual({ id: Object.is(wanted, -0) ? 0 : wanted, text: `${text}"${id}\\`, list: [wanted] });
      }),
    );
  });

  it("leaves fractions and exponents as numbers", () => {
    const [fraction, large, whole] = decode("[9007199254740993.5, 12345678901234567890e2, -9007199254740993]") as unknown[];
    expect([fraction, large, whole]).toEqual([Number("9007199254740993.5"), Number("12345678901234567890e2"), "-9007199254740993"]);
  });

  it.each(["", "  ", "{", "<html>", '{"a":1,}', "undefined", '"\u0001"'])("refuses %j, and quotes nothing of it", (text) => {
    const error = thrownBy(() => decodeJson("shop", bytes(text), "getOrder"));
    expect(AdapterError.isInstance(error) && error.reason).toBe("malformed");
    expect((error as Error).message).toMatch(/^shop: getOrder: the answer is (empty|no JSON)$/);
  });

  it("refuses bytes that are no UTF-8, and takes a byte order mark", () => {
    expect(thrownBy(() => decodeJson("shop", new Uint8Array([0x22, 0xff, 0x22])))).toMatchObject({ reason: "malformed" });
    expect(decodeJson("shop", new Uint8Array([0xef, 0xbb, 0xbf, 0x31]))).toBe(1);
  });

  it("reads a text of a million escapes", () => {
    const text = "\n".repeat(1_000_000);
    expect(decode(`{"id":12345678901234567890,"text":${JSON.stringify(text)}}`)).toEqual({ id: "12345678901234567890", text });
  });
});

const isLong = (value: unknown) => typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(JSON.stringify(value));

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
