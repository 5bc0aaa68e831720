import { describe, expect, it } from "vitest";
import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { intlZoneProvider } from "../time/intl-zone-provider.js";
import { contextFor, createContext } from "./context.js";
import { pipeline, withKey } from "./pipeline.js";

describe("createContext", () => {
  it("leaves everything empty that is not given", () => {
    const { newId, ...context } = createContext({ now: 5 });
    expect(context).toEqual({ now: 5, calendars: {}, roster: [], zones: intlZoneProvider, packs: {} });
    expect([newId(), newId()]).toEqual(["id-1", "id-2"]);
  });

  it("keeps what is given", () => {
    const given = {
      now: 5,
      calendars: { a: { zone: "UTC", hours: {} } },
      roster: [{ id: "a" }],
      zones: intlZoneProvider,
      packs: { a: 1 },
      newId: () => "x",
    };
    expect(createContext(given)).toEqual(given);
  });
});

describe("contextFor", () => {
  it("takes the case's clock before the context's", () => {
    expect(contextFor({ now: "1970-01-01T00:00:01Z" }, { now: 5 }).now).toBe(1000);
    for (const now of [undefined, null, ""]) expect(contextFor({ now }, { now: 5 }).now).toBe(5);
  });

  it("refuses to guess the time", () => {
    expect(() => contextFor({})).toThrow(InvalidCaseError);
    expect(() => contextFor({ now: "tomorrow" }, { now: 5 })).toThrow(/"tomorrow" is not an instant/);
  });
});

describe("pipeline", () => {
  it("gives the stages back, and a case takes one more key", () => {
    const stage = { name: "language", reads: ["ticket"], writes: "language" } as const;
    expect(pipeline(stage)).toEqual([stage]);
    const caseFile = { id: "C-1" };
    expect(withKey(caseFile, "followUps", [])).toEqual({ id: "C-1", followUps: [] });
    expect(caseFile).toEqual({ id: "C-1" });
  });
});
