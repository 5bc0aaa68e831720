import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeHex, encodeHex } from "./hex.js";
import { digest, hmac, type HashName } from "./hmac.js";
import { verifyHmac } from "./verify-hmac.js";

const hex = (text: string) => decodeHex(text) as Uint8Array;
const repeated = (byte: number, count: number) => new Uint8Array(count).fill(byte);

/** Source: RFC 4231, section 4. */
const vectors: readonly { key: Uint8Array; data: Uint8Array; sha256: string; sha512: string }[] = [
  {
    key: repeated(0x0b, 20),
    data: new TextEncoder().encode("Hi There"),
    sha256: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
    sha512:
      "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cdedaa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854",
  },
  {
    key: new TextEncoder().encode("Jefe"),
    data: new TextEncoder().encode("what do ya want for nothing?"),
    sha256: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    sha512:
      "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
  },
  {
    key: repeated(0xaa, 20),
    data: repeated(0xdd, 50),
    sha256: "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
    sha512:
      "fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39bf3e848279a722c806b485a47e67c807b946a337bee8942674278859e13292fb",
  },
  {
    key: hex("0102030405060708090a0b0c0d0e0f10111213141516171819"),
    data: repeated(0xcd, 50),
    sha256: "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
    sha512:
      "b0ba465637458c6990e5a8c5f61d4af7e576d97ff94b872de76f8050361ee3dba91ca5c11aa25eb4d679275cc5788063a5f19741120c4f2de2adebeb10a298dd",
  },
  {
    key: repeated(0xaa, 131),
    data: new TextEncoder().encode("Test Using Larger Than Block-Size Key - Hash Key First"),
    sha256: "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
    sha512:
      "80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f3526b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598",
  },
];

describe("hmac", () => {
  it("gives the vectors of RFC 4231", async () => {
    for (const { key, data, sha256, sha512 } of vectors) {
      expect(encodeHex(await hmac("SHA-256", key, data))).toBe(sha256);
      expect(encodeHex(await hmac("SHA-512", key, data))).toBe(sha512);
    }
  });

  it("and digest give what Node gives, texts as UTF-8", async () => {
    const nodeNames: Record<HashName, string> = { "SHA-1": "sha1", "SHA-256": "sha256", "SHA-512": "sha512" };
    const text = fc.string({ unit: "grapheme", minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom<HashName>("SHA-1", "SHA-256", "SHA-512"), text, text, async (hash, key, data) => {
        expect(encodeHex(await hmac(hash, key, data))).toBe(createHmac(nodeNames[hash], key).update(data).digest("hex"));
        expect(encodeHex(await digest(hash, data))).toBe(createHash(nodeNames[hash]).update(data).digest("hex"));
      }),
      { numRuns: 50 },
    );
  });
});

describe("verifyHmac", () => {
  const check = { hash: "SHA-256", secrets: ["old", "new"], signed: "message", encoding: "base64" } as const;
  const sign = (secret: string) => createHmac("sha256", secret).update("message").digest("base64");

  it("takes a signature by any of the secrets, in either encoding, after its prefix", async () => {
    for (const secret of check.secrets) expect(await verifyHmac({ ...check, signature: sign(secret) })).toEqual({ ok: true });
    const signature = `sha256=${createHmac("sha256", "new").update("message").digest("hex")}`;
    expect(await verifyHmac({ ...check, encoding: "hex", prefix: "sha256=", signature })).toEqual({ ok: true });
  });

  it.each<[string, Partial<Parameters<typeof verifyHmac>[0]>]>([
    ["no secret is configured", { secrets: [] }],
    ["no secret is configured", { secrets: ["", ""] }],
    ["there is no signature", { signature: undefined }],
    ["the signature can't be read", { signature: "" }],
    ["the signature can't be read", { signature: "not base64!" }],
    ["the signature can't be read", { prefix: "sha256=" }],
    ["the signature can't be read", { encoding: "hex" }],
    ["the signature doesn't match", { signature: sign("other") }],
    ["the signature doesn't match", { signed: "another message" }],
    ["the signature doesn't match", { signature: sign("old").slice(0, 40) }],
    ["the signature doesn't match", { hash: "SHA-512" }],
  ])("fails closed: %s", async (reason, more) => {
    expect(await verifyHmac({ ...check, signature: sign("old"), ...more })).toEqual({ ok: false, reason });
  });
});
