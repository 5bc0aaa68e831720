import { expect, it } from "vitest";
import * as z from "zod";
import { parseLexicon } from "../classify/lexicon.js";
import { parseCaseFile } from "../model/parse-case-file.js";
import { packReader } from "../packs/fact-pack.js";
import { compileCalendar } from "../time/compile-calendar.js";
import { AmendsError } from "./base-error.js";

const many = <Entry>(entry: Entry): Entry[] => Array.from({ length: 200_000 }, () => entry);
const ticket = { channel: "email", createdAt: "2026-03-03T15:00:00Z" };

it.each<[string, () => unknown, string]>([
  ["a case's list", () => parseCaseFile({ ticket, agents: many({ team: "eu" }) }), "agents[0].id"],
  ["a list within a case", () => parseCaseFile({ ticket, shipment: { events: many({ at: 7 }) } }), "shipment.events[0].at"],
  ["a pack", () => packReader(z.number()).read({ pack: "x", version: "1.0.0", facts: many(7) }), "facts[0]"],
  ["a calendar", () => compileCalendar({ zone: "UTC", hours: {}, holidays: many("soon") }), "holidays[0]"],
  ["a lexicon", () => parseLexicon({ language: "en", phrases: { invoice: { 4: many(7) } } }), 'phrases.invoice["4"][0]'],
])("%s of 200,000 mistakes is refused with the first of them", (_, read, first) => {
  let error: unknown;
  try {
    read();
  } catch (thrown) {
    error = thrown;
  }
  expect(AmendsError.isInstance(error)).toBe(true);
  const { findings } = error as AmendsError;
  expect(findings.map(({ path }) => path)).toContain(first);
  expect(findings.length).toBeLessThanOrEqual(1_001);
  expect(findings.at(-1)?.code).toBe("too_many_findings");
});
