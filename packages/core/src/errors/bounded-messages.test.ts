import { describe, expect, it } from "vitest";
import { parseLabelledMessage } from "../classify/evaluate/parse-labelled-message.js";
import { parseLexicon } from "../classify/lexicon.js";
import { normaliseMessage } from "../intake/normalise-message.js";
import { nextStatus } from "../intake/next-status.js";
import { parseCaseFile } from "../model/parse-case-file.js";
import { addMoney } from "../money/add-money.js";
import { convert } from "../money/convert.js";
import { fromMinorUnits } from "../money/minor-units.js";
import { roundDecimal } from "../money/round-decimal.js";
import { packReader } from "../packs/fact-pack.js";
import { packFindings } from "../packs/pack-findings.js";
import { readPolicy } from "../rules/parse/parse-policy.js";
import { contextFor } from "../stage/context.js";
import { compileCalendar } from "../time/compile-calendar.js";
import { parseDuration } from "../time/parse-duration.js";
import { parseInstant } from "../time/parse-instant.js";
import { instantOf, localDateOf } from "../time/zoned-time.js";
import * as z from "zod";
import { AmendsError } from "./base-error.js";

const long = "x".repeat(1_000_000);
const now = "2026-03-03T15:00:00Z";
const ticket = { channel: "email", createdAt: now };
const money = { amount: "1.00", currency: "EUR" };
const fact = { id: "a", value: 1, source: long, confidence: "A" as const, verifiedAt: "2026-01-01", effectiveTo: "2026-01-01" };
const policy = { policy: "shop/x", version: "1.0.0", stage: "sla", decision: "targets", decide: "all", rules: [] };
const never = (value: unknown) => value as never;

/** What is handed in with a name or value of a megabyte. */
const calls: readonly [string, () => unknown][] = [
  ["the zone of a customer", () => parseCaseFile({ ticket, customer: { zone: long } })],
  ["the name of a calendar", () => parseCaseFile({ ticket, calendars: { [long]: { zone: "Mars/Gale", hours: {} } } })],
  ["a case's instant", () => parseCaseFile({ ticket: { ...ticket, createdAt: long } })],
  ["a channel", () => parseCaseFile({ ticket: { ...ticket, channel: long } })],
  ["a currency", () => parseCaseFile({ ticket, order: { total: { amount: "1", currency: long } } })],
  ["an amount", () => parseCaseFile({ ticket, order: { total: { amount: long, currency: "EUR" } } })],
  ["the currency of a rate", () => parseCaseFile({ ticket, rates: { base: "USD", date: "2026-03-03", rates: { [long]: "no" } } })],
  ["the case's now", () => contextFor(never({ now: long }))],
  ["an instant", () => parseInstant(long)],
  ["a duration", () => parseDuration(long)],
  ["the zone of a date", () => localDateOf(0, long)],
  ["a local date", () => instantOf(long, "10:00", "UTC")],
  ["a time of day", () => instantOf("2026-03-03", long, "UTC")],
  ["the zone of a calendar", () => compileCalendar({ zone: long, hours: {} })],
  ["a key of a calendar", () => compileCalendar(never({ zone: "UTC", hours: { [long]: [] } }))],
  ["a date of a calendar", () => compileCalendar(never({ zone: "UTC", hours: { mon: [["09:00", long]] }, holidays: [long] }))],
  ["money's currency", () => addMoney({ amount: "1", currency: long }, money)],
  [
    "what to convert to",
    () => convert(money, long, { base: "EUR", date: "2026-03-03", rates: {} }, { at: 0, maximumAgeDays: 1, rounding: "half-even" }),
  ],
  [
    "the date of rates",
    () => convert(money, "USD", { base: "EUR", date: long, rates: { USD: "1" } }, { at: 0, maximumAgeDays: 1, rounding: "half-even" }),
  ],
  ["minor units", () => fromMinorUnits(10n ** 100_000n, "EUR")],
  ["a number of digits", () => roundDecimal("1", never(long), "half-even")],
  ["a way of rounding", () => roundDecimal("1.5", 0, never(long))],
  ["the name of a pack", () => packReader(z.number()).read({ pack: long, version: "1.0.0", facts: [7] })],
  ["the id of a fact", () => packReader(z.number()).read({ pack: "x", version: "1.0.0", facts: [{ ...fact, value: long, [long]: 1 }] })],
  ["a message's instant", () => normaliseMessage(never({ id: "1", channel: "email", at: long, text: "" }))],
  ["a message's channel", () => normaliseMessage(never({ id: "1", channel: long, at: now, text: "" }))],
  ["a move", () => nextStatus("open", never(long))],
  ["a label", () => parseLexicon({ language: "en", phrases: { [long]: {} } })],
  [
    "a labelled message",
    () => {
      const read = parseLabelledMessage({ text: "a", issueType: long });
      if ("findings" in read) throw new AmendsError({ code: "any", message: "any", findings: read.findings });
    },
  ],
  ["a policy's stage", () => readPolicy({ ...policy, stage: long, [long]: long })],
  ["a policy's currency", () => readPolicy({ ...policy, currency: long })],
  ["a policy's zone", () => readPolicy({ ...policy, zone: long, asOf: long })],
  ["a rule's name", () => readPolicy({ ...policy, rules: [{ name: long }, { name: long }] })],
];

describe("an error about something a megabyte long", () => {
  it.each(calls)("%s quotes its beginning", (_, call) => {
    let error: unknown;
    try {
      call();
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(Error);
    const { message } = error as Error;
    const findings = AmendsError.isInstance(error) ? error.findings : [];
    expect(message.length + JSON.stringify(findings).length).toBeLessThan(4_000);
  });
});

it("findings that are only listed quote beginnings too", () => {
  expect(JSON.stringify(packFindings({ pack: "x", version: "1", facts: [{ ...fact, id: long }] }, "2026-03-03")).length).toBeLessThan(
    1_000,
  );
});

it("an error keeps to what anybody reads, whatever it is made of", () => {
  const error = new AmendsError({ code: "any", message: long, findings: [] });
  expect(error.message.length).toBeLessThan(5_000);
  const found = new AmendsError({
    code: "any",
    message: "any",
    findings: [{ code: "any", message: long, path: long, expected: long, fix: long }],
  });
  expect(JSON.stringify(found.findings).length).toBeLessThan(20_000);
});
