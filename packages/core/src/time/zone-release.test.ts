import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createIntlZoneProvider, intlZoneProvider } from "./intl-zone-provider.js";
import { createZoneFileProvider } from "./zone-files/zone-file-provider.js";
import { releaseShownBy } from "./zone-release.js";

/** What a version such as "2025b or later" says at least. */
const leastOf = (version: string) => /^(\d{4}[a-z]) or later$/.exec(version)?.[1];

describe("releaseShownBy", () => {
  const offsets = new Map([
    ["America/Coyhaique", -10_800],
    ["America/Vancouver", -25_200],
    ["America/Edmonton", -21_600],
    ["Africa/Casablanca", 0],
    ["Europe/Chisinau", 7200],
    ["America/Inuvik", -21_600],
  ]);
  const without = (...zones: readonly string[]) =>
    releaseShownBy({
      has: (zone) => offsets.has(zone) && zone !== zones[0],
      offsetAt: (zone) => (zones.includes(zone) ? 1 : (offsets.get(zone) as number)),
    });

  it("names the newest release that everything up to it is seen of", () => {
    expect(without()).toBe("2026d or later");
    expect(without("America/Inuvik")).toBe("2026c or later");
    for (const zone of ["America/Vancouver", "America/Edmonton", "Africa/Casablanca", "Europe/Chisinau"])
      expect(without("", zone)).toBe("2025b or later");
    expect(without("America/Coyhaique")).toBe("before 2025b");
  });

  it("promises of this runtime no more than what it has", () => {
    const own = process.versions["tz"] as string;
    const least = leastOf(intlZoneProvider.version);
    if (least === undefined) expect(own < "2025b").toBe(true);
    else expect(least <= own).toBe(true);
    expect(createIntlZoneProvider({ version: "ours" }).version).toBe("ours");
  });

  it.runIf(existsSync("/usr/share/zoneinfo/tzdata.zi"))("promises of this machine's zone files no more than what they are", () => {
    const own = /^# version (\S+)/.exec(readFileSync("/usr/share/zoneinfo/tzdata.zi", "utf8"))?.[1] as string;
    const zones = createZoneFileProvider({
      version: own,
      names: [...offsets.keys()].filter((zone) => existsSync(`/usr/share/zoneinfo/${zone}`)),
      read: (zone) => readFileSync(`/usr/share/zoneinfo/${zone}`),
    });
    expect((leastOf(releaseShownBy(zones)) ?? "") <= own).toBe(true);
  });
});
