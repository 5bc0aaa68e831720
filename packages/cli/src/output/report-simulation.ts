import type { ComparedMeasure, MeanInterval, SimulationComparison, SimulationFigures, SimulationResult } from "@amends/routing/simulation";
import { onOneLine } from "./on-one-line.js";
import { textTable } from "./text-table.js";

/** A share as a percentage; a dash where there is none. */
export function shareText(share: number | null): string {
  return share === null ? "–" : `${(share * 100).toFixed(1)} %`;
}

/** A wait as people read it: seconds below two minutes, minutes below two hours, hours from there. */
export function waitText(seconds: number | undefined): string {
  if (seconds === undefined) return "–";
  if (Math.abs(seconds) < 120) return `${seconds.toFixed(1)} s`;
  return Math.abs(seconds) < 7200 ? `${(seconds / 60).toFixed(1)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

const columns = ["tickets", "answered", "gave up", "open", "overflow", "due", "in time", "wait mean", "p50", "p90"];

function cells({ tickets, answered, abandoned, unanswered, overflow, sla, waitSeconds }: SimulationFigures): string[] {
  return [
    ...[tickets, answered, abandoned, unanswered, overflow, sla.measured].map((count) => count.toLocaleString("en")),
    shareText(sla.share),
    waitText(waitSeconds?.mean),
    waitText(waitSeconds?.p50),
    waitText(waitSeconds?.p90),
  ];
}

/** The figures of a simulation as a person reads them. */
export function reportSimulation(result: SimulationResult): string {
  const { totals, byHour, byZone, byKind, byAgentZone, from, to, zone, seed } = result;
  const hour = (of: number): string => `${String(of).padStart(2, "0")}:00`;
  const sections = [
    `Tickets from ${from} to ${to}, seed ${seed}\n${textTable(["", ...columns, "busy"], [["all", ...cells(totals), shareText(totals.occupancy)]])}`,
    `By the hour at which they came, ${zone}\n${textTable(
      ["hour", "agents", ...columns, "busy"],
      byHour.map((row) => [hour(row.hour), row.agents.toFixed(1), ...cells(row), shareText(row.occupancy)]),
    )}`,
    `By the customer's zone\n${textTable(
      ["zone", ...columns],
      byZone.map((row) => [row.zone, ...cells(row)]),
    )}`,
  ];
  if (byKind.length > 1) {
    sections.push(
      `By kind\n${textTable(
        ["kind", ...columns],
        byKind.map((row) => [onOneLine(row.kind), ...cells(row)]),
      )}`,
    );
  }
  sections.push(
    `By the agents' zone\n${textTable(
      ["zone", "agents", "answered", "hours", "overtime", "busy"],
      byAgentZone.map(({ zone: own, agents, answered, staffedSeconds, overtimeSeconds, occupancy }) => [
        own ?? "none said",
        String(agents),
        answered.toLocaleString("en"),
        (staffedSeconds / 3600).toFixed(1),
        (overtimeSeconds / 3600).toFixed(1),
        shareText(occupancy),
      ]),
    )}`,
  );
  return sections.join("\n");
}

const measureNames: Readonly<Record<ComparedMeasure, string>> = {
  slaShare: "in time",
  waitMean: "wait, mean",
  waitP90: "wait, p90",
  abandonedShare: "gave up",
  unansweredShare: "open at the end",
  overflowShare: "overflow",
  occupancy: "busy",
};

/** What a measure is called. */
export function measureName(measure: ComparedMeasure): string {
  return measureNames[measure];
}

/** A figure of a measure, in its unit. */
export function measureText(measure: ComparedMeasure, value: number): string {
  return measure === "waitMean" || measure === "waitP90" ? waitText(value) : shareText(value);
}

/** Two setups beside each other as a person reads them. */
export function reportComparison({ repetitions, confidence, measures }: SimulationComparison, names: readonly [string, string]): string {
  const cell = (measure: ComparedMeasure, { mean, lower, upper }: MeanInterval): string =>
    `${measureText(measure, mean)} (${measureText(measure, lower)} to ${measureText(measure, upper)})`;
  const rows = measures.map(({ measure, first, second, difference, differs }) => [
    measureNames[measure],
    measureText(measure, first.mean),
    measureText(measure, second.mean),
    cell(measure, difference),
    differs ? "yes" : "no",
  ]);
  const title = `${repetitions} repetitions with the same tickets for both; differences with their ${confidence * 100} % intervals`;
  return `${title}\n${textTable(["", onOneLine(names[0]), onOneLine(names[1]), "difference", "sure"], rows)}`;
}
