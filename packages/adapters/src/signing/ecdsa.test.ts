import { createSign, generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeBase64 } from "./base64.js";
import { p1363Of, verifyEcdsa } from "./ecdsa.js";

const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const pem = String(publicKey.export({ type: "spki", format: "pem" }));
/** Node signs as OpenSSL does, in DER. */
const signed = (text: string, hash = "sha1") => new Uint8Array(createSign(hash).update(text).sign(privateKey));

describe("verifyEcdsa", () => {
  it("takes what OpenSSL signed, whatever the numbers look like", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom(["SHA-1", "sha1"] as const, ["SHA-256", "sha256"] as const),
        async (text, [hash, name]) => {
          const signature = signed(text, name);
          expect(await verifyEcdsa({ hash, publicKey: pem, signed: text, signature })).toBe(true);
          expect(await verifyEcdsa({ hash, publicKey: pem, signed: `${text}x`, signature })).toBe(false);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("refuses a signature with any one byte changed, left out or added", async () => {
    const signature = signed("message");
    const variants = [...signature].flatMap((byte, at) => [
      Uint8Array.from(signature, (each, index) => (index === at ? byte ^ 0x01 : each)),
      Uint8Array.from(signature, (each, index) => (index === at ? byte ^ 0x80 : each)),
      Uint8Array.from([...signature].filter((_, index) => index !== at)),
      Uint8Array.from([...signature.slice(0, at), 0, ...signature.slice(at)]),
    ]);
    for (const variant of variants) {
      expect(await verifyEcdsa({ hash: "SHA-1", publicKey: pem, signed: "message", signature: variant }), variant.join()).toBe(false);
    }
  });

  it("takes a key with and without line breaks, and none that can't be read", async () => {
    const check = { hash: "SHA-1", signed: "message", signature: signed("message") } as const;
    const other = String(generateKeyPairSync("ec", { namedCurve: "P-384" }).publicKey.export({ type: "spki", format: "pem" }));
    expect(await verifyEcdsa({ ...check, publicKey: pem.replaceAll("\n", "") })).toBe(true);
    expect(await verifyEcdsa({ ...check, publicKey: pem.replaceAll("\n", "\r\n") })).toBe(true);
    for (const odd of ["", "key", pem.slice(0, 80), pem.replace("PUBLIC", "PRIVATE"), pem.replace("M", "N"), other, `${pem}${pem}`])
      expect(await verifyEcdsa({ ...check, publicKey: odd }), odd).toBe(false);
  });
});

describe("p1363Of", () => {
  it("puts the numbers that WebCrypto signed side by side again", async () => {
    const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
    for (let round = 0; round < 50; round += 1) {
      const plain = new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-1" }, pair.privateKey, new Uint8Array([round])));
      expect(p1363Of(derOf(plain), 32)).toEqual(plain);
    }
  });

  it("pads short numbers, and takes the zero before a high bit", () => {
    const number = fc
      .uint8Array({ minLength: 32, maxLength: 32 })
      .chain((full) => fc.integer({ min: 0, max: 31 }).map((zeros) => full.map((byte, at) => (at < zeros ? 0 : byte))));
    fc.assert(
      fc.property(number, number, (first, second) => {
        const plain = new Uint8Array([...first, ...second]);
        expect(p1363Of(derOf(plain), 32)).toEqual(plain);
      }),
    );
  });

  it("takes nothing else", () => {
    const odd: number[][] = [
      [],
      [0x30],
      [0x30, 0],
      [0x30, 2, 2, 0],
      [0x31, 6, 2, 1, 1, 2, 1, 1],
      [0x30, 6, 2, 1, 1, 3, 1, 1],
      [0x30, 6, 2, 1, 1, 2, 2, 1],
      [0x30, 7, 2, 1, 1, 2, 1, 1, 0],
      [0x30, 7, 2, 2, 0, 1, 2, 1, 1],
      [0x30, 6, 2, 1, 0x80, 2, 1, 1],
      [0x30, 6, 2, 0, 2, 2, 1, 1],
      [0x30, 0x81, 6, 2, 1, 1, 2, 1, 1],
      [0x30, 0x80, 2, 1, 1, 2, 1, 1, 0, 0],
      [0x30, 38, 2, 33, ...Array.from({ length: 33 }, () => 1), 2, 1, 1],
    ];
    for (const der of odd) expect(p1363Of(new Uint8Array(der), 32), der.join()).toBeUndefined();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (der) => {
        const plain = p1363Of(der, 32);
        if (plain !== undefined) expect(derOf(plain)).toEqual(new Uint8Array(der));
      }),
    );
    expect(encodeBase64(new Uint8Array(p1363Of(new Uint8Array([0x30, 6, 2, 1, 1, 2, 1, 0]), 32) ?? [])).length).toBe(88);
  });
});

/** Two numbers as DER writes them, each as short as can be. */
function derOf(plain: Uint8Array): Uint8Array {
  const integer = (number: Uint8Array) => {
    const digits = BigInt(`0x${[...number].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`).toString(16);
    const even = digits.length % 2 === 0 ? digits : `0${digits}`;
    const bytes = (even.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
    return (bytes[0] ?? 0) >= 0x80 ? [2, bytes.length + 1, 0, ...bytes] : [2, bytes.length, ...bytes];
  };
  const content = [...integer(plain.subarray(0, 32)), ...integer(plain.subarray(32))];
  return new Uint8Array([0x30, content.length, ...content]);
}
