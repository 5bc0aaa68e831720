import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { systemZones } from "@amends/adapters/zones/system";
import { compileCalendar } from "@amends/core/time";

// One local time and no change.
const tokyo = `${"TZif".padEnd(39, "\0")}\u0001\0\0\0\u0004\0\0\u007e\u0070\0\0JST\0`;
const folder = mkdtempSync(join(tmpdir(), "amends-zones-"));
const write = (path: string, text: string): void => {
  const whole = join(folder, path);
  mkdirSync(join(whole, ".."), { recursive: true });
  writeFileSync(whole, text, "latin1");
};

beforeAll(() => {
  for (const path of ["a/Asia/Tokyo", "a/Japan", "a/posix/Asia/Tokyo", "a/right/Asia/Tokyo", "a/posixrules", "a/Etc/GMT-9"])
    write(path, tokyo);
  write("a/zone.tab", "# a table");
  write("a/tzdata.zi", "# version 2026c\n# and more");
  write("b/Asia/Tokyo", tokyo);
  write("b/+VERSION", "2025b\n");
  write("c/Asia/Tokyo", "no zone");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("systemZones", () => {
  it("reads zone files below a folder, without copies and tables, and the version of the data", () => {
    const zones = systemZones({ folder: join(folder, "a") });
    expect([...(zones.names?.() ?? [])].toSorted()).toEqual(["Asia/Tokyo", "Etc/GMT-9", "Japan"]);
    expect([zones.has("asia/tokyo"), zones.has("posix/Asia/Tokyo"), zones.has("../a/Japan"), zones.has("Asia")]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(zones.offsetAt("Asia/Tokyo", 0)).toBe(32_368);
    expect(compileCalendar({ zone: "Japan", hours: { mon: [["09:00", "17:00"]] } }, { zones }).zoneData).toEqual({
      name: "system-zones",
      version: "2026c",
    });
  });

  it("finds the version elsewhere, takes the one given, or says that it is unknown", () => {
    expect(systemZones({ folder: join(folder, "b") }).version).toBe("2025b");
    expect(systemZones({ folder: join(folder, "b"), version: "mine" }).version).toBe("mine");
    expect(systemZones({ folder: join(folder, "c") }).version).toBe("system-zones");
  });

  it("refuses a folder without zone files, a broken file, wrong options and a runtime without files", () => {
    expect(() => systemZones({ folder: join(folder, "d") })).toThrow(expect.objectContaining({ code: "adapter_not_found" }));
    expect(() => systemZones({ folder: join(folder, "c") }).offsetAt("Asia/Tokyo", 0)).toThrow('"Asia/Tokyo" has no TZif header');
    expect(() => systemZones({ folder: "" })).toThrow("folder");
    const builtin = vi.spyOn(process, "getBuiltinModule").mockReturnValue(undefined);
    expect(() => systemZones()).toThrow(expect.objectContaining({ code: "adapter_unavailable" }));
    builtin.mockRestore();
  });
});
