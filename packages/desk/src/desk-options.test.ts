import { classificationStage } from "@amends/core/classify";
import { languageStage } from "@amends/core/language/stage";
import { AmendsError } from "@amends/core/errors";
import { createZoneProvider, intlZoneProvider } from "@amends/core/time";
import { slaStage } from "@amends/sla/stage";
import { describe, expect, it } from "vitest";
import { createDesk } from "./create-desk.js";
import type { DeskOptions, DeskStage } from "./desk-options.js";
import { InvalidDeskOptionsError } from "./invalid-desk-options-error.js";

const refused = (options: unknown): InvalidDeskOptionsError => {
  try {
    createDesk(options as DeskOptions);
  } catch (error) {
    if (InvalidDeskOptionsError.isInstance(error)) return error;
    throw error;
  }
  throw new Error("the desk was built");
};
const places = (options: unknown) => refused(options).findings.map(({ code, path }) => [code, path]);
const office = { zone: "Europe/Berlin", hours: { mon: [["09:00", "17:00"]] } };

describe("the stages of a desk", () => {
  it("are refused where one reads what only a later one writes", () => {
    const error = refused({ stages: [slaStage, classificationStage, languageStage] });
    expect(error.message).toContain('the stage "sla" reads "classification", which only the later stage "classification" writes');
    expect(error.findings).toContainEqual({
      code: "stage_out_of_order",
      message: 'the stage "classification" reads "language", which only the later stage "language" writes',
      path: "stages[1]",
      fix: 'put "language" before "classification"',
    });
    expect(AmendsError.isInstance(error)).toBe(true);
  });

  it("run in the order given, also where some are left out", () => {
    const listed: readonly DeskStage[] = [classificationStage, slaStage];
    expect(createDesk({ stages: listed }).stages.map(({ name }) => name)).toEqual(["classification", "sla"]);
    const decided = createDesk({ stages: [languageStage, classificationStage] }).handle({
      now: "2026-03-03T15:00:00Z",
      ticket: { channel: "email", text: "Where is my parcel?", createdAt: "2026-03-03T15:00:00Z" },
    });
    expect(Object.keys(decided)).toEqual(["now", "ticket", "language", "classification", "audit"]);
  });
});

describe("the roster and the calendars of a desk", () => {
  it("are checked when it is built, with every finding at once", () => {
    const roster = [
      { id: "a", capacity: "many" },
      { id: "b", zone: "Mars/Gale" },
    ];
    const calendars = { default: { ...office, zone: "Europe/Berlim" }, "night shift": { zone: "UTC", hours: {} }, none: null };
    expect(places({ roster, calendars })).toEqual([
      ["case_value_invalid", "roster[0].capacity"],
      ["zone_unknown", "roster[1].zone"],
      ["calendar_unknown_zone", "calendars.default.zone"],
      ["calendar_never_opens", 'calendars["night shift"].hours'],
      ["calendar_bad_shape", "calendars.none"],
    ]);
    expect(refused({ calendars }).message).toContain("Europe/Berlin");
    expect(places({ roster: [roster[1], { id: "b" }] })).toEqual([
      ["zone_unknown", "roster[0].zone"],
      ["agent_duplicate", "roster[1].id"],
    ]);
    expect(places({ roster: [null, {}] })).toEqual([
      ["case_value_missing", "roster[0]"],
      ["case_value_missing", "roster[1].id"],
    ]);
    expect(places({ roster: { id: "a" }, calendars: [office] })).toEqual([
      ["roster_invalid", "roster"],
      ["calendars_invalid", "calendars"],
    ]);
  });

  it("may use the desk's own words and zones", () => {
    const zones = createZoneProvider({
      name: "own",
      version: "1",
      has: (zone) => zone === "Mars/Gale" || intlZoneProvider.has(zone),
      offsetAt: () => 0,
    });
    const agent = { id: "a", zone: "Mars/Gale", status: "on_a_break" };
    expect(places({ roster: [agent], zones })).toEqual([["case_value_invalid", "roster[0].status"]]);
    expect(createDesk({ roster: [agent] as never, zones, words: { agentStatuses: ["on_a_break"] } }).stages).toHaveLength(9);
    expect(
      createDesk({ roster: [{ id: "a" }], calendars: { default: { zone: "UTC", hours: { mon: [["09:00", "17:00"]] } } } }),
    ).toBeDefined();
  });
});
