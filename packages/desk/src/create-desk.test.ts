import { verifyChain } from "@amends/core/audit";
import { InvalidCaseError, InvalidPolicyError } from "@amends/core/errors";
import { stageKeys, type CaseFile } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { createIntlZoneProvider } from "@amends/core/time";
import { describe, expect, it } from "vitest";
import { createDesk } from "./create-desk.js";

const late: CaseFile = {
  id: "C-1",
  now: "2026-03-03T15:00:00Z",
  ticket: { channel: "email", text: "My parcel is 45 days late, this is unacceptable!", createdAt: "2026-03-03T14:00:00Z" },
  customer: { id: "U-1", country: "US", zone: "America/New_York", orders: 3, complaints: 0 },
  order: { id: "O-1", total: { amount: "89.90", currency: "USD" }, placedAt: "2026-01-15T10:00:00Z" },
  shipment: { lane: "CN-US", shippedAt: "2026-01-17T10:00:00Z", laneAverageDays: 12 },
};

const ownFlag: Policy = {
  policy: "shop/own-flags",
  version: "1.0.0",
  stage: "sla",
  decision: "targets",
  decide: "strictest",
  rules: [
    {
      name: "ours-in-five-minutes",
      conditions: { all: [{ fact: "customer.id", operator: "equal", value: "U-1" }] },
      event: { type: "respond", params: { within: "PT5M", clock: "calendar" } },
    },
  ],
};

describe("createDesk", () => {
  const desk = createDesk();

  it("decides a case with every stage, in order, and keeps what it doesn't know", () => {
    const decided = desk.handle({ ...late, shopField: { kept: true } });
    const keys = Object.keys(decided);
    expect(keys.filter((key) => (stageKeys as readonly string[]).includes(key))).toEqual([...stageKeys]);
    expect((decided as Record<string, unknown>)["shopField"]).toEqual({ kept: true });
  });

  it("gives the same bytes for the same policy, case and now", () => {
    const bytes = JSON.stringify(desk.handle(late));
    expect(JSON.stringify(desk.handle(structuredClone(late)))).toBe(bytes);
    expect(JSON.stringify(createDesk().handle(late))).toBe(bytes);
  });

  it("decides a decided case again as if it were new", () => {
    const once = desk.handle(late);
    const { audit: _, ...again } = desk.handle(once);
    const { audit: __, ...first } = once;
    expect(again).toEqual(first);
  });

  it("does not change the case it is given", () => {
    const given = structuredClone(late);
    desk.handle(given);
    expect(given).toEqual(late);
  });

  it("runs follow-ups, notices and the audit alone where only something happened", () => {
    const decided = desk.handle({
      now: "2026-03-03T15:00:00Z",
      event: { kind: "order_paid", at: "2026-03-03T14:59:00Z" },
      order: { id: "O-1" },
    });
    expect(Object.keys(decided).filter((key) => (stageKeys as readonly string[]).includes(key))).toEqual(["followUps", "notices", "audit"]);
  });

  it("takes the time from its clock where the case doesn't say, and writes it down", () => {
    const { now: _, ...untimed } = late;
    const decided = createDesk({ clock: () => Date.UTC(2026, 2, 3, 15) }).handle(untimed);
    expect(decided.now).toBe("2026-03-03T15:00:00Z");
    expect(decided.sla).toEqual(desk.handle(late).sla);
  });

  it("refuses a case that can't be read, with every place at once", () => {
    const broken = { ticket: { channel: "pigeon", createdAt: "yesterday" }, customer: { zone: "Mars/Gale" } };
    expect(() => desk.handle(broken)).toThrow(InvalidCaseError);
    try {
      desk.handle(broken);
    } catch (error) {
      expect(InvalidCaseError.isInstance(error) && error.findings.map(({ path }) => path)).toEqual([
        "ticket.channel",
        "ticket.createdAt",
        "customer.zone",
      ]);
    }
  });

  it("asks a host's own policies beside the standard ones", () => {
    const decided = createDesk({ policies: [ownFlag] }).handle(late);
    expect(decided.sla?.firstResponse?.rule).toBe("shop/own-flags/ours-in-five-minutes");
    expect(decided.audit?.policies.map(({ policy }) => policy)).toContain("shop/own-flags");
  });

  it("refuses a policy for a stage that isn't there, and a parameter no policy has", () => {
    expect(() => createDesk({ policies: [{ ...ownFlag, stage: "slaa" }] })).toThrow(/did you mean "sla"/);
    expect(() => createDesk({ parameters: { "sla/none": { x: 1 } } })).toThrow(InvalidPolicyError);
    expect(() => createDesk({ parameters: { "sla/standard-targets": { emailWithn: "PT1H" } } })).toThrow(/did you mean "emailWithin"/);
  });

  it("takes parameters of policies of several stages, each of the kind of the policy's own", () => {
    const parameters = {
      "sla/standard-targets": { emailWithin: "PT1H", emailWarnAfter: "PT30M" },
      "compensation/standard-offers": { longDelayDays: 50 },
    };
    expect(createDesk({ parameters }).handle(late).sla).toBeDefined();
    for (const wrong of [{ emailWithin: 1 }, { emailWithin: undefined }, null, ["PT1H"]])
      expect(() => createDesk({ parameters: { "sla/standard-targets": wrong } as never })).toThrow(
        /"sla\/standard-targets".*parameter_invalid/s,
      );
  });

  it("links audit records into a chain that shows tampering", () => {
    const first = desk.handle(late);
    const second = desk.handle({ ...late, id: "C-2", audit: { previous: first.audit?.hash ?? null } });
    expect(second.audit?.previous).toBe(first.audit?.hash);
    expect(verifyChain([first.audit, second.audit])).toEqual({ ok: true });
    expect(verifyChain([{ ...first.audit, input: "0".repeat(64) }, second.audit])).toMatchObject({ ok: false, at: 0 });
  });

  it("names the versions of zone and locale data in the audit", () => {
    const dated = createDesk({ zones: createIntlZoneProvider({ version: "2026a" }), dataVersions: { locale: "48" } });
    expect(dated.handle(late).audit?.data).toEqual({ zones: "2026a", locale: "48" });
  });

  it("hears a text with halves of surrogate pairs", () => {
    expect(desk.handle({ ...late, ticket: { ...late.ticket, channel: "email", text: "late \uD83D parcel" } }).audit?.hash).toMatch(
      /^[0-9a-f]{64}$/,
    );
  });

  it("tells its listeners, whose errors reach no decision", () => {
    const own = createDesk();
    const heard: string[] = [];
    own.on("stage_decided", ({ stage }) => void heard.push(stage));
    own.on("case_decided", () => {
      throw new Error("listener");
    });
    own.on("listener_failed", ({ event }) => void heard.push(`failed: ${event}`));
    expect(own.handle(late)).toEqual(desk.handle(late));
    expect(heard).toEqual([...stageKeys.filter((key) => key !== "audit"), "failed: case_decided"]);
  });

  it("replays recorded cases and says what changed", () => {
    const recorded = desk.handle(late);
    const candidate = createDesk({ policies: [ownFlag] });
    expect([...desk.replay([recorded])].map(({ changed }) => changed)).toEqual([[]]);
    expect([...candidate.replay([recorded])].flatMap(({ changed }) => changed)).toContain("sla");
  });

  it("keeps keys that a test gives instead of deciding them anew", () => {
    const language = { code: "de", confidence: 1, script: "Latn", source: "given", policies: [], rules: [], missing: [] } as const;
    const given = { ...late, language } as unknown as CaseFile;
    expect(desk.runStages(given, { keep: true, stopAfter: "classification" }).language?.code).toBe("de");
    expect(desk.runStages(given, { stopAfter: "classification" }).language?.code).toBe("en");
    expect(desk.runStages(given, { stopAfter: "language" }).classification).toBeUndefined();
  });
});
