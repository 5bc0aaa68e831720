import { AmendsError, formatFinding, type Finding } from "@amends/core/errors";
import { intlZoneProvider } from "@amends/core/time";
import { checkRoster } from "../roster/check-roster.js";
import { abandonedChoices, type SimulationSetup } from "./simulation-setup.js";
import type { TicketKind } from "./ticket-kind.js";

const latestInstant = 253_402_300_799_999;

/** More tickets than anybody works on at once: a larger number is a wrong unit. */
const mostTicketsAtOnce = 1_000_000;

/** A larger share is a wrong unit, and times computed with it would overflow. */
const largestShare = 1000;

/** What is wrong with the numbers of a setup. */
export function checkSetup(setup: SimulationSetup): void {
  const { arrivals, roster, zones = intlZoneProvider, zone = "UTC" } = setup;
  const findings: Finding[] = [];
  const demand = (path: string, value: number | undefined, expected: string, holds: (value: number) => boolean): void => {
    if (value === undefined || (typeof value === "number" && holds(value))) return;
    findings.push({ code: "simulation_input_invalid", message: `${path} is ${String(value)}`, path, expected });
  };
  const demandZone = (path: string, name: string | undefined): void => {
    if (name === undefined || zones.has(name)) return;
    findings.push({ code: "zone_unknown", message: `"${name}" is not a time zone`, path, expected: "an IANA name such as Asia/Tokyo" });
  };
  const seconds = (path: string, value: number | undefined): void =>
    demand(path, value, "a number of seconds from 0 up", (number) => number >= 0 && Number.isFinite(number));
  const instant = (path: string, value: number | undefined): void =>
    demand(path, value, "an instant", (number) => Math.abs(number) <= latestInstant);
  demand("seed", setup.seed, "a whole number", Number.isSafeInteger);
  seconds("warmUpSeconds", setup.warmUpSeconds);
  seconds("drainSeconds", setup.drainSeconds);
  demand("slowdown", setup.slowdown, `a share from 0 to ${largestShare}, such as 0.2`, (number) => number >= 0 && number <= largestShare);
  if (setup.abandoned !== undefined && !abandonedChoices.includes(setup.abandoned)) {
    const [path, expected] = ["abandoned", `one of ${abandonedChoices.join(", ")}`];
    findings.push({ code: "simulation_input_invalid", message: `${path} is ${JSON.stringify(setup.abandoned)}`, path, expected });
  }
  instant("from", setup.from);
  instant("to", setup.to);
  demandZone("zone", zone);
  arrivals.kinds.forEach((kind, index) => checkKind(kind, `arrivals.kinds[${index}]`, demand, demandZone));
  roster.forEach(({ capacity }, index) =>
    demand(
      `roster[${index}].capacity`,
      capacity ?? undefined,
      `a whole number from 0 to ${mostTicketsAtOnce}`,
      (number) => Number.isInteger(number) && number >= 0 && number <= mostTicketsAtOnce,
    ),
  );
  if (arrivals.at.length !== arrivals.kind.length) {
    findings.push({
      code: "simulation_input_invalid",
      message: `there are ${arrivals.at.length} instants and ${arrivals.kind.length} kinds of tickets`,
      path: "arrivals",
      expected: "as many kinds as instants",
    });
  }
  const wrong = arrivals.at.findIndex((at, index) => !(Math.abs(at) <= latestInstant) || at < (arrivals.at[index - 1] ?? -Infinity));
  if (wrong !== -1) demand(`arrivals.at[${wrong}]`, arrivals.at[wrong], "an instant that isn't before the last one", () => false);
  const unknown = arrivals.kind.findIndex((kind) => kind >= arrivals.kinds.length);
  if (unknown !== -1) demand(`arrivals.kind[${unknown}]`, arrivals.kind[unknown], `below ${arrivals.kinds.length}`, () => false);
  const { handleSeconds } = arrivals;
  if (handleSeconds !== undefined && handleSeconds.length !== arrivals.at.length) {
    findings.push({
      code: "simulation_input_invalid",
      message: `there are ${arrivals.at.length} instants and ${handleSeconds.length} handle times`,
      path: "arrivals.handleSeconds",
      expected: "as many handle times as instants, NaN where one isn't known",
    });
  }
  const impossible = handleSeconds?.findIndex((value) => value < 0 || value === Infinity) ?? -1;
  if (impossible !== -1) {
    const expected = "a number of seconds from 0 up, or NaN where it isn't known";
    demand(`arrivals.handleSeconds[${impossible}]`, handleSeconds?.[impossible], expected, () => false);
  }
  const [first] = findings;
  if (first !== undefined) {
    const message = ["The simulation can't run:", ...findings.map((finding) => `  ${formatFinding(finding)}`)].join("\n");
    throw new AmendsError({ code: first.code, message, findings });
  }
  checkRoster(roster, zones);
}

type Demand = (path: string, value: number | undefined, expected: string, holds: (value: number) => boolean) => void;

function checkKind(kind: TicketKind, path: string, demand: Demand, demandZone: (path: string, zone: string | undefined) => void): void {
  const above = (value: number): boolean => value > 0 && Number.isFinite(value);
  demand(`${path}.handleSeconds`, kind.handleSeconds, "a number of seconds above 0", above);
  demand(
    `${path}.handleDeviation`,
    kind.handleDeviation,
    `a share above 0, at most ${largestShare}`,
    (value) => value > 0 && value <= largestShare,
  );
  demand(`${path}.patienceSeconds`, kind.patienceSeconds, "a number of seconds above 0", above);
  demand(`${path}.targetSeconds`, kind.targetSeconds, "a number of seconds from 0 up", (value) => value >= 0 && Number.isFinite(value));
  demandZone(`${path}.zone`, kind.zone);
}
