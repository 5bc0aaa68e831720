import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBase64, encodeBase64 } from "./base64.js";
import { equalBytes } from "./equal-bytes.js";
import { decodeHex, encodeHex } from "./hex.js";

const bytes = fc.uint8Array({ maxLength: 300 });

describe("Base64 and hexadecimal digits", () => {
  it("come out as Node writes them, and go back", () => {
    fc.assert(
      fc.property(bytes, (data) => {
        const plain = new Uint8Array(data);
        expect(encodeBase64(plain)).toBe(Buffer.from(plain).toString("base64"));
        expect(encodeHex(plain)).toBe(Buffer.from(plain).toString("hex"));
        expect(decodeBase64(encodeBase64(plain))).toEqual(plain);
        expect(decodeHex(encodeHex(plain).toUpperCase())).toEqual(plain);
      }),
    );
  });

  it("take no other text, whatever it is", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const [base64, hex] = [decodeBase64(text), decodeHex(text)];
        if (base64 !== undefined) expect(encodeBase64(base64).replace(/=/g, "").slice(0, -1)).toBe(text.replace(/=/g, "").slice(0, -1));
        if (hex !== undefined) expect(encodeHex(hex)).toBe(text.toLowerCase());
      }),
    );
    for (const odd of ["a", "aGk", "aGk= ", "a Gk", "====", "aG=k", "aGk-", "aGk_", "=aGk", "aGkä"])
      expect(decodeBase64(odd), odd).toBeUndefined();
    for (const odd of ["0", "0g", " 00", "0x00", "٠٠"]) expect(decodeHex(odd), odd).toBeUndefined();
  });

  it("take a large body", () => {
    const large = new Uint8Array(1_000_000).fill(7);
    expect(Buffer.compare(decodeBase64(encodeBase64(large)) ?? new Uint8Array(), large)).toBe(0);
  });
});

it("equalBytes compares as comparing does", () => {
  fc.assert(
    fc.property(bytes, bytes, (left, right) => {
      expect(equalBytes(left, right)).toBe(Buffer.compare(left, right) === 0);
      expect(equalBytes(left, Uint8Array.from(left))).toBe(true);
      expect(equalBytes(left, new Uint8Array([...left, 0]))).toBe(false);
    }),
  );
});
