import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEventTime, readOffset, withInstant } from "./event-time.js";

describe("a scan's time", () => {
  it.each([
    ["2026-03-03T15:00:00+08:00", { local: "2026-03-03T15:00:00", offset: "+08:00", at: "2026-03-03T07:00:00Z", zoneKnown: true }],
    ["2026-03-03T15:00:00-03:30", { local: "2026-03-03T15:00:00", offset: "-03:30", at: "2026-03-03T18:30:00Z", zoneKnown: true }],
    ["2026-03-03T15:00:00Z", { local: "2026-03-03T15:00:00", offset: "Z", at: "2026-03-03T15:00:00Z", zoneKnown: true }],
    ["2026/03/03 15:04", { local: "2026-03-03T15:04:00", zoneKnown: false }],
    ["2026-03-03T15:00:00.123", { local: "2026-03-03T15:00:00", zoneKnown: false }],
    ["2026-03-03", { local: "2026-03-03T00:00:00", zoneKnown: false }],
  ])("%s is read as it is", (text, time) => {
    expect(readEventTime(text)).toEqual(time);
  });

  it.each([
    "",
    "yesterday",
    "03/04/2026",
    "2026-02-30",
    "2026-03-03T24:00:00",
    "2026-13-01",
    "2026-03-03T15:00:00+15:00",
    "2026-03-03 3 PM",
  ])("%j is not guessed", (text) => {
    expect(readEventTime(text)).toBeUndefined();
  });

  it("has the instant that the platform's own reading gives", () => {
    const instants = fc.integer({ min: Date.UTC(2000, 0, 1) / 1000, max: Date.UTC(2099, 0, 1) / 1000 });
    const quarters = fc.integer({ min: -48, max: 56 });
    fc.assert(
      fc.property(instants, quarters, (seconds, quarter) => {
        const local = new Date(seconds * 1000 + quarter * 900_000).toISOString().slice(0, 19);
        const minutes = Math.abs(quarter) * 15;
        const two = (count: number) => String(Math.floor(count)).padStart(2, "0");
        const text = `${local}${quarter < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
        const time = readEventTime(text);
        expect(Date.parse(time?.at ?? "")).toBe(Date.parse(text));
        expect(withInstant(local, time?.at ?? "")?.at).toBe(time?.at);
      }),
    );
  });
});

describe("an offset", () => {
  it.each([
    ["+08:00", "+08:00"],
    ["UTC+8", "+08:00"],
    ["GMT-0530", "-05:30"],
    ["utc", "Z"],
    ["PST", undefined],
    ["America/New_York", undefined],
    ["+25:00", undefined],
    ["+08:75", undefined],
  ])("%s is %s", (text, offset) => {
    expect(readOffset(text)).toBe(offset);
  });

  it("follows from a clock and an instant only where both can be right", () => {
    expect(withInstant("2026-03-03T15:00:00", "2026-03-03T07:00:00Z")?.offset).toBe("+08:00");
    expect(withInstant("2026-03-03T15:00:00", "2026-03-03T07:01:00Z")).toBeUndefined();
    expect(withInstant("2026-03-03T15:00:00", "2026-03-05T07:00:00Z")).toBeUndefined();
  });
});
