import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeBase64 } from "../signing/base64.js";
import { createRedactor } from "./redact.js";

describe("createRedactor", () => {
  it("leaves no secret, however it is written", () => {
    const secret = fc.string({ minLength: 4, maxLength: 30, unit: "grapheme" });
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (hidden, before, after) => {
        // A placeholder's own letters don't give anything away.
        fc.pre(!"[secret][email][number][authorization]".includes(hidden));
        const redact = createRedactor([hidden]);
        const encoded = encodeBase64(new TextEncoder().encode(hidden));
        const shown = redact(`${before} ${hidden} ${JSON.stringify({ hidden })} ${encodeURIComponent(hidden)} ${encoded} ${after}`);
        expect(shown).not.toContain(hidden);
        expect(shown).not.toContain(encoded);
      }),
    );
  });

  it.each<[string, (secret: string) => string]>([
    ["a form", (secret) => new URLSearchParams({ password: secret }).toString()],
    ["hex", (secret) => [...new TextEncoder().encode(secret)].map((byte) => byte.toString(16).padStart(2, "0")).join("")],
    [
      "hex capitals",
      (secret) => [...new TextEncoder().encode(secret)].map((byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join(""),
    ],
    ["credentials", (secret) => encodeBase64(new TextEncoder().encode(`id:${secret}`))],
    ["longer credentials", (secret) => encodeBase64(new TextEncoder().encode(`shop7:${secret}:x`))],
  ])("leaves no secret in %s", (_, write) => {
    fc.assert(
      fc.property(fc.string({ minLength: 8, maxLength: 30 }), (secret) => {
        const written = write(secret);
        const shown = createRedactor([secret])(written);
        expect(shown).toContain("[secret]");
        // The letters at both ends hold bits of a neighbour.
        expect(shown.replace(/\[secret\]/g, "").length).toBeLessThan(written.length - secret.length + 4);
      }),
    );
  });

  it.each([
    ["Authorization: Bearer v^1.1#i^1#abc", "Authorization: [authorization]^1.1#i^1#abc"],
    ["authorization: bearer abc.def-ghi", "authorization: [authorization]"],
    ["Basic dXNlcjpwYXNz!", "[authorization]!"],
    ["write to maria.lópez+shop@mail.example.com now", "write to [email] now"],
    ["call +49 (170) 123-45-67", "call [number]"],
    ["order 12-34567-89012", "order [number]"],
    ["HTTP 503 after 3 tries", "HTTP 503 after 3 tries"],
  ])("takes personal data out of %j", (text, shown) => {
    expect(createRedactor([])(text)).toBe(shown);
  });

  it("takes the longer of two secrets first, and leaves short ones", () => {
    const redact = createRedactor(["key-", "key-long", "a"]);
    expect(redact("key-long a key-short")).toBe("[secret] a [secret]short");
  });
});
