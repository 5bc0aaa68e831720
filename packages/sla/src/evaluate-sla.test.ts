import { InvalidCalendarError, InvalidCaseError, InvalidPolicyError } from "@amends/core/errors";
import { caseFileSchema } from "@amends/core/model";
import { compilePolicySet } from "@amends/core/stage";
import { createZoneProvider, intlZoneProvider } from "@amends/core/time";
import { describe, expect, it } from "vitest";
import { evaluateSla } from "./evaluate-sla.js";
import { slaStage } from "./stage/sla-stage.js";
import { classified, officeHours, slaCase, targetPolicy } from "./testing/sla-case.js";

const tuesday = "2026-03-03T15:00:00Z";
const delayed = slaCase(tuesday, {
  ticket: { marketplace: "own_store", text: "45 days!!!" },
  customer: { country: "US", zone: "America/New_York", orders: 6 },
  order: { shipTo: "US" },
  classification: classified({
    stage: "complaint",
    issueType: "logistics_delay",
    urgency: "high",
    complexity: "complex",
    isComplaint: true,
  }),
  calendars: { default: officeHours("America/New_York") },
});

describe("evaluateSla", () => {
  it("names the winner, the losers and the clock of a delayed parcel", () => {
    const status = evaluateSla(delayed);
    expect(status.firstResponse).toMatchObject({
      within: "PT2H",
      warnAfter: "PT1H",
      dueAt: "2026-03-03T17:00:00Z",
      clock: "business",
      calendar: "default",
      zone: "America/New_York",
      rule: "sla/standard-targets/north-america",
      percent: null,
      lost: [
        { rule: "sla/standard-targets/email", dueAt: "2026-03-03T19:00:00Z", within: "PT4H" },
        { rule: "sla/standard-targets/complaint", dueAt: "2026-03-04T15:00:00Z", within: "PT24H" },
      ],
      byHandler: { bot: { within: "PT30S", dueAt: "2026-03-03T15:00:30Z" }, human: { within: "PT2H" } },
    });
    expect(status).toMatchObject({
      offHours: false,
      autoReply: null,
      zonesVersion: intlZoneProvider.version,
      missing: ["ticket.status"],
    });
    expect(status.policies).toHaveLength(slaStage.policies.length);
    expect(status.rules).toEqual([
      "sla/standard-answers/elsewhere",
      "sla/standard-targets/north-america",
      "sla/standard-bot-targets/bot",
      "sla/standard-resolution/complex",
      "sla/standard-updates/complex",
    ]);
  });

  it("gives the same bytes again, leaves the case as it is, and answers in the shape of the model", () => {
    const before = JSON.stringify(delayed);
    const answer = evaluateSla(delayed);
    expect(JSON.stringify(evaluateSla(structuredClone(delayed)))).toBe(JSON.stringify(answer));
    expect(JSON.stringify(delayed)).toBe(before);
    expect(caseFileSchema.shape.sla.parse(answer)).toEqual(answer);
  });

  it("takes a compiled set, plain policies or nothing", () => {
    const compiled = compilePolicySet(slaStage, slaStage.policies);
    expect(evaluateSla(delayed, compiled)).toEqual(evaluateSla(delayed));
    expect(evaluateSla(delayed, slaStage.policies)).toEqual(evaluateSla(delayed));
  });

  it("drops a marketplace's rule from the deciding ones where another is due earlier", () => {
    const urgent = slaCase(tuesday, {
      ticket: { channel: "marketplace_message", marketplace: "amazon" },
      classification: classified({ urgency: "urgent" }),
    });
    const status = evaluateSla(urgent);
    expect(status.firstResponse?.lost).toMatchObject([{ rule: "sla/standard-marketplaces/amazon" }]);
    expect(status.rules).toContain("sla/standard-targets/urgent");
    expect(status.rules).not.toContain("sla/standard-marketplaces/amazon");
  });
});

describe("absent facts", () => {
  it("has no deadlines without a time the customer wrote", () => {
    for (const createdAt of [null, "", undefined]) {
      const status = evaluateSla({ now: tuesday, ticket: { channel: "email", createdAt } });
      expect(status).toMatchObject({
        firstResponse: null,
        resolution: null,
        updates: null,
        autoReply: null,
        missing: ["ticket.createdAt"],
      });
    }
  });

  it("has none without a ticket, and misses no classification then", () => {
    expect(evaluateSla({ now: tuesday, event: { kind: "order_shipped" } })).toMatchObject({ firstResponse: null, missing: ["ticket"] });
  });

  it("decides by the channel alone where nothing else is known, and says what it missed", () => {
    const status = evaluateSla(slaCase(tuesday));
    expect(status.firstResponse).toMatchObject({ within: "PT4H", dueAt: "2026-03-03T19:00:00Z", zone: "UTC", lost: [] });
    expect(status.resolution).toBeNull();
    expect(status.missing).toEqual(
      expect.arrayContaining(["classification.complexity", "customer.country", "customer.orders", "customer.zone"]),
    );
  });

  it("doesn't apply a dated rule to a ticket without a date", () => {
    const status = evaluateSla({
      now: tuesday,
      customer: { country: "TH" },
      ticket: { channel: "marketplace_message", marketplace: "tiktok_shop", messages: [{ from: "customer", at: tuesday }] },
    });
    expect(status.firstResponse?.rule).toBe("sla/standard-targets/asia");
    expect(status.missing).toContain("ticket.createdAt");
  });

  it("needs a clock", () => {
    expect(() => evaluateSla({ ticket: { channel: "email" } })).toThrow(InvalidCaseError);
    expect(evaluateSla({ ticket: { channel: "email", createdAt: tuesday } }, undefined, { now: 0 }).firstResponse).not.toBeNull();
  });
});

describe("service calendars", () => {
  const zoneOf = (rest: Parameters<typeof slaCase>[1], context = {}) => {
    const status = evaluateSla(slaCase(tuesday, rest), undefined, context);
    return { zone: status.firstResponse?.zone, guessed: status.missing.includes("customer.zone") };
  };

  it("is round the clock in the customer's zone unless the host says otherwise", () => {
    expect(zoneOf({ customer: { zone: "Asia/Kathmandu" } })).toEqual({ zone: "Asia/Kathmandu", guessed: false });
    expect(zoneOf({ customer: { country: "JP" } })).toEqual({ zone: "Asia/Tokyo", guessed: false });
    expect(zoneOf({ customer: { country: "US" } })).toEqual({ zone: "UTC", guessed: true });
    expect(zoneOf({ customer: { country: "ZZ" } })).toEqual({ zone: "UTC", guessed: true });
    expect(evaluateSla(slaCase("2026-03-07T03:00:00Z", { customer: { country: "DE" } })).offHours).toBe(false);
  });

  it("goes by the case's calendar, then the context's", () => {
    const [berlin, lima] = [officeHours("Europe/Berlin"), officeHours("America/Lima")];
    expect(zoneOf({}, { calendars: { default: lima } })).toEqual({ zone: "America/Lima", guessed: false });
    expect(zoneOf({ calendars: { default: berlin } }, { calendars: { default: lima } })).toEqual({ zone: "Europe/Berlin", guessed: false });
  });

  it("follows a calendar that changes between two cases", () => {
    const calendar = officeHours("Etc/UTC");
    const caseFile = slaCase("2026-03-06T16:00:00Z", { calendars: { default: calendar } });
    expect(evaluateSla(caseFile).firstResponse?.dueAt).toBe("2026-03-09T12:00:00Z");
    calendar.holidays = ["2026-03-09"];
    expect(evaluateSla(caseFile).firstResponse?.dueAt).toBe("2026-03-10T12:00:00Z");
  });

  it("says so where a target names a calendar that nobody has", () => {
    const named = [targetPolicy({ within: "PT1H", clock: "business", calendar: "night-shift" })];
    expect(evaluateSla(slaCase(tuesday), named).missing).toContain("calendars.night-shift");
    const known = slaCase(tuesday, { calendars: { "night-shift": officeHours("Asia/Manila") } });
    expect(evaluateSla(known, named).firstResponse).toMatchObject({ calendar: "night-shift", zone: "Asia/Manila" });
    expect(evaluateSla(known, named).missing).not.toContain("calendars.night-shift");
    for (const name of ["constructor", "__proto__"]) {
      expect(evaluateSla(slaCase(tuesday), [targetPolicy({ within: "PT1H", clock: "business", calendar: name })]).missing).toContain(
        `calendars.${name}`,
      );
    }
  });

  it("takes a target's own hours and zone where the host has no such calendar", () => {
    const hours = { tue: [["18:00", "20:00"]] } satisfies Record<string, [string, string][]>;
    const status = evaluateSla(slaCase(tuesday), [
      targetPolicy({ within: "PT1H", clock: "business", calendar: "evening", zone: "Europe/Paris", hours }),
    ]);
    expect(status.firstResponse).toMatchObject({ dueAt: "2026-03-03T18:00:00Z", zone: "Europe/Paris" });
  });

  it("carries the version of the zone data, and computes with that data", () => {
    const zones = createZoneProvider({
      ...intlZoneProvider,
      version: "2099z",
      offsetAt: (zone, at) => intlZoneProvider.offsetAt(zone, at) + 3600,
    });
    const status = evaluateSla(slaCase("2026-03-03T08:00:00Z", { calendars: { default: officeHours("Etc/UTC") } }), undefined, { zones });
    expect(status).toMatchObject({ zonesVersion: "2099z", offHours: false });
  });

  it("refuses a case that can't be read, with the place", () => {
    const pathsOf = (caseFile: unknown) => {
      try {
        evaluateSla(caseFile as never);
      } catch (error) {
        return InvalidCaseError.isInstance(error) ? error.findings.map(({ path }) => path) : error;
      }
      return [];
    };
    const claim = { amount: { amount: "abc", currency: "USD" } };
    expect(pathsOf({ now: tuesday, ticket: { channel: "pigeon" }, claim })).toEqual(["ticket.channel", "claim.amount.amount"]);
    for (const none of [null, undefined, 7, [], {}]) expect(pathsOf(none)).toEqual([""]);
  });

  it("tells where a calendar or a zone is wrong", () => {
    const never = { default: { zone: "Etc/UTC", hours: {} } };
    expect(() => evaluateSla(slaCase(tuesday, { calendars: never }))).toThrow(
      expect.objectContaining({ findings: [expect.objectContaining({ path: "calendars.default.hours" })] }),
    );
    expect(() => evaluateSla(slaCase(tuesday, { calendars: never }))).toThrow(InvalidCalendarError);
    expect(() => evaluateSla(slaCase(tuesday, { customer: { zone: "Mars/Gale" } }))).toThrow(InvalidCaseError);
  });
});

describe("targets of a host", () => {
  const rules = (["PT3H", "PT1H", "PT2H"] as const).map((within, index) => ({
    name: within,
    priority: index + 1,
    conditions: { all: index === 0 ? [{ fact: "ticket.channel", operator: "isPresent", value: true }] : [] },
    event: { type: "respond", params: { within, clock: "calendar" } },
  }));

  it.each([
    ["strictest", "PT1H"],
    ["first", "PT2H"],
    ["mostSpecific", "PT3H"],
    ["all", "PT1H"],
  ] as const)("%s wins", (decide, within) => {
    const status = evaluateSla(slaCase(tuesday), [targetPolicy({ within: "PT1H", clock: "calendar" }, { decide, rules })]);
    expect(status.firstResponse?.within).toBe(within);
    expect(status.firstResponse?.lost).toHaveLength(2);
    expect(status.rules).toEqual([`test/targets/${within}`]);
  });

  it("has no first response where no rule sets a target", () => {
    expect(evaluateSla(slaCase(tuesday), []).firstResponse).toBeNull();
  });

  it("takes a host's own numbers, and refuses nonsense", () => {
    const withEmail = (emailWithin: string) =>
      compilePolicySet(slaStage, slaStage.policies, { parameters: { "sla/standard-targets": { emailWithin } } });
    expect(evaluateSla(slaCase(tuesday), withEmail("PT3H")).firstResponse?.within).toBe("PT3H");
    expect(() => withEmail("soon")).toThrow(InvalidPolicyError);
  });

  it("refuses a deadline beyond the year 9999", () => {
    expect(() => evaluateSla(slaCase("9999-12-31T23:00:00Z"))).toThrow(expect.objectContaining({ code: "deadline_out_of_range" }));
  });

  it("lets a policy say which rule wins, marketplaces' rules included", () => {
    const marketplace = targetPolicy({ within: "PT1H", clock: "calendar" }, { policy: "test/market", decision: "marketplaceTargets" });
    for (const [decide, rule, lost] of [
      ["strictest", "test/market/only", "test/targets/only"],
      ["first", "test/targets/only", "test/market/only"],
    ] as const) {
      const status = evaluateSla(slaCase(tuesday), [targetPolicy({ within: "PT2H", clock: "calendar" }, { decide }), marketplace]);
      expect(status.firstResponse).toMatchObject({ rule, lost: [{ rule: lost }] });
      expect(status.rules).toEqual([rule]);
    }
  });

  it.each([
    ["a response that starts with itself", "targets", { startsAt: "first_response" }],
    ["a resolution that starts at a hand-over", "resolution", { startsAt: "hand_over" }],
    ["a resolution that an answer meets", "resolution", { answeredBy: ["agent"] }],
    ["nobody who could answer", "targets", { answeredBy: [] }],
  ] as const)("doesn't load %s", (_, decision, params) => {
    const type = decision === "resolution" ? "resolve" : "respond";
    const event = { type, params: { within: "PT2H", clock: "calendar", ...params } };
    const policy = targetPolicy({} as never, { decision, rules: [{ name: "only", conditions: { all: [] }, event }] });
    const place = `rules[0].event.params.${Object.keys(params).join()}`;
    expect(() => evaluateSla(slaCase(tuesday), [policy])).toThrow(
      expect.objectContaining({ name: "InvalidPolicyError", findings: [expect.objectContaining({ path: place })] }),
    );
  });

  it.each([
    ["no duration", { within: "2 hours", clock: "business" }],
    ["no time", { within: "PT0S", clock: "business" }],
    ["an unknown clock", { within: "PT2H", clock: "lunar" }],
    ["a warning after the target", { within: "PT2H", warnAfter: "PT3H", clock: "business" }],
    ["an hour for a clock that has none", { within: "PT2H", clock: "business", answerBy: "12:00" }],
    ["part of a business day", { within: "PT36H", clock: "business_days" }],
    ["a cycle answered before it ends", { within: "PT25H", clock: "cut_off", cutOff: "18:00", answerBy: "17:00" }],
    [
      "a weekend of seven days",
      { within: "PT24H", clock: "weekend_grace", weekend: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], answerBy: "12:00" },
    ],
    ["an unknown zone", { within: "PT2H", clock: "business", zone: "Mars/Gale" }],
    ["hours that never come", { within: "PT2H", clock: "business", hours: { mon: [] } }],
    ["a share above 100", { within: "PT2H", clock: "business", percent: 120 }],
  ])("doesn't load a target with %s", (_, params) => {
    const policy = targetPolicy(params as never);
    expect(() => evaluateSla(slaCase(tuesday), [policy])).toThrow(InvalidPolicyError);
  });
});
