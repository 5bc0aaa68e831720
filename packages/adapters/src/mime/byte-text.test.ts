import fc from "fast-check";
import { expect, it } from "vitest";
import { bytesOfText, byteText } from "./byte-text.js";

it("a text of bytes and its bytes are each other's, whatever the bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
      expect(bytesOfText(byteText(bytes))).toEqual(bytes);
    }),
  );
  expect(byteText(Uint8Array.of(0x80, 0xff))).toBe("\u0080\u00ff");
});
