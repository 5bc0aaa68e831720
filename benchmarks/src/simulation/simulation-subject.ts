import { arrivalsAtRates, simulate, type SimulationSetup } from "@amends/routing/simulation";
import type { BenchmarkOptions, BenchmarkSubject } from "../benchmark-subject.js";
import { cpuMicroseconds } from "../measure/cpu-clock.js";
import { median } from "../measure/median.js";
import { formatCount, formatFigure } from "../report/format-figures.js";
import { markdownTable } from "../report/markdown-table.js";

const wantedSeconds = 30;
const wantedTickets = 1_000_000;

/** A service of three languages and zones whose agents keep office hours, tickets of which all have a deadline and a patience. */
export function simulatedService(tickets: number): SimulationSetup {
  const kinds = [
    { name: "de", language: "de", zone: "Europe/Berlin", handleSeconds: 300, targetSeconds: 3600, patienceSeconds: 28_800 },
    { name: "en", language: "en", zone: "America/New_York", handleSeconds: 240, targetSeconds: 3600, patienceSeconds: 28_800 },
    { name: "ja", language: "ja", zone: "Asia/Tokyo", handleSeconds: 360, targetSeconds: 3600, patienceSeconds: 28_800 },
  ];
  const hours = 24 * 90;
  const perHour = tickets / hours / kinds.length;
  const from = Date.UTC(2026, 0, 5);
  const arrivals = arrivalsAtRates({ kinds, from, calls: kinds.map(() => Array.from({ length: hours }, () => perHour)), seed: 11 });
  const day = Object.fromEntries(
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((name) => [name, [["08:00", "20:00"] as [string, string]]]),
  );
  const staff = kinds.flatMap(({ language, zone, handleSeconds }) =>
    Array.from({ length: Math.ceil((perHour * 2 * handleSeconds) / 3600 / 0.95) }, (_, index) => ({
      id: `${language}-${index}`,
      zone,
      languages: [
        { code: language, level: 5 },
        { code: "en", level: 3 },
      ],
    })),
  );
  return { arrivals, roster: staff, calendars: { default: { zone: "UTC", hours: day } }, slowdown: 0, seed: 1 };
}

async function run({ quick, report }: BenchmarkOptions): Promise<string> {
  const rows: string[][] = [];
  for (const tickets of quick ? [100_000] : [100_000, wantedTickets]) {
    report(`simulation: ${formatCount(tickets)} tickets`);
    const setup = simulatedService(tickets);
    const seconds: number[] = [];
    let answered = 0;
    for (let round = 0; round < (quick ? 1 : 3); round += 1) {
      const started = cpuMicroseconds();
      answered = simulate(setup).totals.answered;
      seconds.push((cpuMicroseconds() - started) / 1e6);
    }
    const middle = median(seconds);
    const wanted = tickets === wantedTickets ? `≤ ${wantedSeconds} s` : "";
    const met = tickets === wantedTickets ? (middle <= wantedSeconds ? "met" : "missed") : "";
    rows.push([
      formatCount(setup.arrivals.at.length),
      formatCount(setup.roster.length),
      formatCount(answered),
      `${formatFigure(middle)} s`,
      formatFigure(setup.arrivals.at.length / middle),
      wanted,
      met,
    ]);
  }
  return [
    "A service of three languages and zones in office hours, 90 days; every ticket has a deadline and a patience, and most come while somebody waits. Processor time of a whole run with its figures, the median of three.",
    markdownTable(["tickets", "agents", "answered", "time", "tickets/s", "wanted", ""], rows, [
      "right",
      "right",
      "right",
      "right",
      "right",
      "right",
      "left",
    ]),
  ].join("\n\n");
}

/** How long a simulation takes. */
export const simulationSubject: BenchmarkSubject = { name: "simulation", title: "Simulation", run };
