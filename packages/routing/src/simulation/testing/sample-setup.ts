import type { Agent } from "@amends/core/model";
import { arrivalsAtRates } from "../arrivals-at-rates.js";
import type { SimulationSetup } from "../simulation-setup.js";
import { agents, constant, from } from "./sample-traffic.js";

/** Kinds of tickets in three zones. */
export const kinds = [
  { name: "de", language: "de", zone: "Europe/Berlin", handleSeconds: 300, targetSeconds: 60, patienceSeconds: 600 },
  { name: "en", language: "en", zone: "America/New_York", handleSeconds: 240, targetSeconds: 120, handleTimes: "logNormal" as const },
  { name: "any", zone: "Asia/Kolkata", handleSeconds: 100, handleTimes: "constant" as const },
];

/** Three days of them. */
export const arrivals = arrivalsAtRates({ kinds, from, calls: [constant(72, 20), constant(72, 30), constant(72, 10)], seed: 4 });

const day = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Open every day of the week. */
export const open = (start: string, end: string) => ({
  zone: "UTC",
  hours: Object.fromEntries(day.map((name) => [name, [[start, end] as [string, string]]])),
});

/** Four agents in Berlin, one in New York and one at night. */
export const roster: Agent[] = [
  ...agents(4, {
    zone: "Europe/Berlin",
    calendar: "day",
    languages: [
      { code: "de", level: 5 },
      { code: "en", level: 3 },
    ],
  }),
  { id: "ny", zone: "America/New_York", calendar: "day", languages: [{ code: "en", level: 5 }], capacity: 2 },
  { id: "night", calendar: "night" },
];

/** All of it, with a seed. */
export const setup: SimulationSetup = {
  arrivals,
  roster,
  calendars: { day: open("09:00", "17:00"), night: open("22:00", "06:00") },
  seed: 9,
};
