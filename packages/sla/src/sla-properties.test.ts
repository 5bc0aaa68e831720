import { channels, complexities, issueTypes, urgencies, type CaseFile, type SlaTarget } from "@amends/core/model";
import { formatInstant, parseInstant } from "@amends/core/time";
import fc from "fast-check";
import { expect, it } from "vitest";
import { evaluateSla } from "./evaluate-sla.js";
import type { TargetParams } from "./target-params.js";
import { slaStage } from "./stage/sla-stage.js";
import { classified, officeHours, slaCase, targetPolicy } from "./testing/sla-case.js";

const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2029, 11, 31) }).map(formatInstant);
const zones = fc.constantFrom(
  "America/New_York",
  "Europe/Paris",
  "Australia/Sydney",
  "Asia/Tokyo",
  "America/Sao_Paulo",
  "Pacific/Auckland",
);
const countries = fc.constantFrom("US", "DE", "JP", "TH", "ID", "PH", "MY", "BR");
const marketplaces = fc.constantFrom("amazon", "ebay", "walmart", "tiktok_shop", "lazada", "shopee", "etsy", "aliexpress", "own_store");

const cases: fc.Arbitrary<CaseFile> = fc
  .record({
    createdAt: instants,
    channel: fc.constantFrom(...channels),
    marketplace: fc.option(marketplaces),
    customer: fc.option(fc.record({ country: countries, zone: fc.option(zones), orders: fc.nat(3) })),
    labels: fc.option(
      fc.record({
        issueType: fc.constantFrom(...issueTypes),
        urgency: fc.constantFrom(...urgencies),
        complexity: fc.constantFrom(...complexities),
        isComplaint: fc.boolean(),
      }),
    ),
    office: fc.option(zones),
  })
  .map(({ createdAt, channel, marketplace, customer, labels, office }) =>
    slaCase(createdAt, {
      ticket: { channel, marketplace },
      customer,
      ...(labels === null ? {} : { classification: classified(labels) }),
      ...(office === null ? {} : { calendars: { default: officeHours(office) } }),
    }),
  );

const targets: fc.Arbitrary<TargetParams> = fc.oneof(
  fc.record({
    clock: fc.constantFrom("calendar", "business"),
    within: fc.integer({ min: 1, max: 5000 }).map((minutes) => `PT${minutes}M`),
  }),
  fc.record({ clock: fc.constant("business_days"), within: fc.integer({ min: 1, max: 9 }).map((days) => `P${days}D`) }),
  fc.constant<TargetParams>({ clock: "cut_off", within: "PT25H", cutOff: "18:00", answerBy: "19:00" }),
  fc.constant<TargetParams>({ clock: "weekend_grace", within: "PT24H", weekend: ["sat", "sun"], answerBy: "12:00" }),
) as fc.Arbitrary<TargetParams>;

it("is never due before the customer wrote, and the winner never after a loser", () => {
  fc.assert(
    fc.property(cases, (caseFile) => {
      const { firstResponse, resolution, updates } = evaluateSla(caseFile);
      const all: (SlaTarget | null | undefined)[] = [
        firstResponse,
        firstResponse?.byHandler.bot,
        firstResponse?.byHandler.human,
        resolution,
      ];
      expect(firstResponse).not.toBeNull();
      const start = parseInstant(caseFile.ticket?.createdAt ?? "");
      for (const target of all.filter((each) => each !== null && each !== undefined)) {
        const due = [target.dueAt, ...target.lost.map(({ dueAt }) => dueAt)].map((text) => parseInstant(text));
        expect(due[0]).toBeGreaterThan(start);
        expect(due).toEqual(due.toSorted((left, right) => left - right));
      }
      if (resolution) expect(parseInstant(resolution.dueAt)).toBeGreaterThan(parseInstant(firstResponse?.dueAt ?? ""));
      for (const report of updates?.at ?? []) expect(parseInstant(report)).toBeGreaterThan(parseInstant(firstResponse?.dueAt ?? ""));
    }),
    { numRuns: 300 },
  );
});

it("is never due later because a target was added", () => {
  fc.assert(
    fc.property(cases, targets, fc.constantFrom("targets", "marketplaceTargets"), (caseFile, added, decision) => {
      // A message of a marketplace that has a rule isn't answered like e-mail any more: that it does so is no target added.
      fc.pre(decision === "targets" || caseFile.ticket?.channel !== "marketplace_message");
      const policy = targetPolicy(added, { decision });
      const before = evaluateSla(caseFile).firstResponse;
      const after = evaluateSla(caseFile, [...slaStage.policies, policy]).firstResponse;
      const alone = evaluateSla(caseFile, [policy]).firstResponse;
      const earliest = Math.min(parseInstant(before?.dueAt ?? ""), parseInstant(alone?.dueAt ?? ""));
      expect(parseInstant(after?.dueAt ?? "")).toBe(earliest);
      expect(after?.lost).toHaveLength((before?.lost.length ?? 0) + 1);
    }),
    { numRuns: 60 },
  );
});
