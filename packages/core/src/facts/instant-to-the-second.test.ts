import fc from "fast-check";
import { expect, it } from "vitest";
import { formatInstant } from "../time/format-instant.js";
import { readInstant } from "../time/parse-instant.js";
import { instantToTheSecond } from "./instant-to-the-second.js";

it("is what the instant is in UTC, without parts of a second", () => {
  const fraction = fc.constantFrom("", ".5", ".000", ".123", ".123456789");
  const offset = fc.constantFrom("Z", "+01:00", "-12:30");
  const seconds = fc.constantFrom("T10:20:30", "T23:59:59", "T00:00", "T24:00:00", "t10:20:30");
  const date = fc.constantFrom("2026-03-03", "2028-02-29", "2026-02-29", "0001-01-01", "9999-12-31");
  fc.assert(
    fc.property(fc.tuple(date, seconds, fraction, offset), (parts) => {
      const text = parts.join("");
      const at = readInstant(text);
      expect(instantToTheSecond(text)).toBe(at === undefined ? undefined : formatInstant(Math.floor(at / 1000) * 1000));
    }),
    { numRuns: 400 },
  );
  for (const none of [undefined, null, 5, "", "2026-03-03"]) expect(instantToTheSecond(none)).toBeUndefined();
});
