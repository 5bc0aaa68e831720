import { intlZoneProvider } from "@amends/core/time";
import { describe, expect, it } from "vitest";
import { CompiledPack } from "../templating/compiled-pack.js";
import { standardTemplates } from "../templating/standard-templates.js";
import { formatDate, formatDateTime, formatMoment } from "./format-date.js";

const at = Date.UTC(2026, 2, 8, 18, 35);
const packs = standardTemplates.flatMap((pack) =>
  [...new Set(Object.values(pack.locales ?? {}))].map((locale) => new CompiledPack(pack, locale ?? "en")),
);
const packOf = (locale: string) => packs.find((pack) => pack.locale === locale) as CompiledPack;

describe("dates", () => {
  it("know no space but the plain one, whatever the runtime's locale data have", () => {
    for (const pack of packs) {
      const texts = [
        formatDate(at, pack, "America/Santiago", intlZoneProvider),
        formatDateTime(at, pack, "America/Santiago", intlZoneProvider),
        formatMoment(at, pack, "America/Santiago", intlZoneProvider),
      ];
      expect(texts.join("\n").replaceAll(/[ \n]/g, ""), pack.locale).not.toMatch(/\s/);
    }
  });

  it("are joined by the Spanish templates, not by the runtime", () => {
    expect(formatDateTime(at, packOf("es-ES"), "Europe/Madrid", intlZoneProvider)).toBe("8 de marzo de 2026 a las 19:35");
    expect(formatDateTime(at, packOf("es-CL"), "America/Santiago", intlZoneProvider)).toBe("8 de marzo de 2026 a las 3:35 p. m.");
  });

  it("name UTC where nobody knows the customer's zone", () => {
    expect(formatDateTime(at, packOf("en-US"), undefined, intlZoneProvider)).toBe("March 8, 2026 at 6:35 PM (UTC)");
  });
});
