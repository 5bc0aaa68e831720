import { describe, expect, it } from "vitest";
import { complianceOf } from "./compliance-of.js";
import { due, received } from "./testing/log-lines.js";

describe("windows", () => {
  it("hold whole days of the zone and end before their last date", () => {
    // 23:30 on 6 March and 00:30 on 7 March in Los Angeles.
    const log = ["2026-03-07T07:30:00Z", "2026-03-07T08:30:00Z"].map((at, index) => received(`C-${index}`, at));
    const settings = { ...due(60), asOf: "2026-04-01T00:00:00Z", options: { zone: "America/Los_Angeles", windows: [1, 7] } };
    const cases = (until: string) => complianceOf(log, { ...settings, until }).overall.windows.map((window) => window.cases);
    expect(cases("2026-03-07")).toEqual([1, 1]);
    expect(cases("2026-03-08")).toEqual([1, 2]);
    expect(cases("2026-03-14")).toEqual([0, 1]);
    const [day] = complianceOf(log, { ...settings, until: "2026-03-08" }).overall.windows;
    expect([day?.from, day?.until]).toEqual(["2026-03-07", "2026-03-08"]);
  });

  it("end by default with the day of the latest event", () => {
    const { windows } = complianceOf([received("C-1", "2026-03-07T23:59:59Z")], due(60)).overall;
    expect(windows.map(({ days, until, cases }) => [days, until, cases])).toEqual([7, 30, 60, 90].map((days) => [days, "2026-03-08", 1]));
  });
});

describe("windows as of a later instant", () => {
  it("end with its day, and so let go of what it leaves behind", () => {
    const log = [received("C-1", "2026-03-01T12:00:00Z"), received("C-2", "2026-03-07T12:00:00Z")];
    const cases = (asOf: string) => complianceOf(log, { ...due(60), asOf }).overall.windows.map((window) => [window.until, window.cases]);
    expect(cases("2026-03-06T00:00:00Z")[0]).toEqual(["2026-03-08", 2]);
    expect(cases("2026-03-09T00:00:00Z")[0]).toEqual(["2026-03-10", 1]);
    expect(cases("2026-04-05T23:59:59Z").slice(0, 2)).toEqual([
      ["2026-04-06", 0],
      ["2026-04-06", 1],
    ]);
    const later = complianceOf(log, { ...due(60), asOf: "2026-08-01T00:00:00Z" }).overall;
    expect([later.cases, later.weighted, later.windows.map((window) => window.cases)]).toEqual([2, undefined, [0, 0, 0, 0]]);
  });
});
