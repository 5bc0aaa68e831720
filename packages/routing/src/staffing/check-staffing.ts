import { AmendsError, formatFinding, type Finding } from "@amends/core/errors";

/** One number of a staffing question, and what it may be. */
interface Bound {
  readonly path: string;
  readonly value: number;
  readonly expected: string;
  readonly holds: (value: number) => boolean;
}

/** A load or a staff beyond this is a wrong unit, and would keep a decision busy. */
const mostErlangs = 10_000_000;

/** Throws an AmendsError that lists every number that can't be computed with. */
export function requireBounds(bounds: readonly Bound[]): void {
  refuse(
    bounds
      .filter(({ value, holds }) => typeof value !== "number" || !Number.isFinite(value) || !holds(value))
      .map(({ path, value, expected }) => ({ code: "staffing_input_invalid", message: `${path} is ${String(value)}`, path, expected })),
  );
}

/** The bounds of a load of calls. */
export function loadBounds(load: {
  readonly calls: number;
  readonly periodSeconds: number;
  readonly handleSeconds: number;
  readonly targetSeconds: number;
}): Bound[] {
  return [
    { path: "calls", value: load.calls, expected: "a number from 0 up", holds: (value) => value >= 0 },
    { path: "periodSeconds", value: load.periodSeconds, expected: "a number of seconds above 0", holds: (value) => value > 0 },
    { path: "handleSeconds", value: load.handleSeconds, expected: "a number of seconds above 0", holds: (value) => value > 0 },
    { path: "targetSeconds", value: load.targetSeconds, expected: "a number of seconds from 0 up", holds: (value) => value >= 0 },
  ];
}

/** The load in erlangs: how many agents talk at once on average. */
export function erlangsOf({
  calls,
  periodSeconds,
  handleSeconds,
}: {
  calls: number;
  periodSeconds: number;
  handleSeconds: number;
}): number {
  // Dividing first keeps a long period from overflowing; multiplying first keeps whole numbers exact.
  const product = calls * handleSeconds;
  const erlangs = Number.isFinite(product) ? product / periodSeconds : (calls / periodSeconds) * handleSeconds;
  requireCountable(erlangs);
  return erlangs;
}

/** Throws an AmendsError where a load, or the staff it takes, is too large to be meant. */
export function requireCountable(erlangs: number): void {
  if (erlangs <= mostErlangs) return;
  refuse([
    {
      code: "staffing_load_too_large",
      message: `the load is ${erlangs} erlangs`,
      path: "calls",
      expected: `at most ${mostErlangs} erlangs`,
      fix: "check the units: calls in a period, seconds for times",
    },
  ]);
}

/** More calls than this within one patience need more states of the queue than are worth summing, and leave no digits to the answer. */
const mostWithinPatience = 1_000_000_000;

/** Throws an AmendsError where so many calls come while one caller waits that the states of the queue are too many. */
export function requireSummable(callsWithinPatience: number): void {
  if (callsWithinPatience <= mostWithinPatience) return;
  refuse([
    {
      code: "staffing_load_too_large",
      message: `${callsWithinPatience} calls come within one mean patience`,
      path: "patienceSeconds",
      expected: `at most ${mostWithinPatience} calls within it`,
      fix: "check the units: calls in a period, seconds for times; Infinity where nobody hangs up",
    },
  ]);
}

function refuse(findings: readonly Finding[]): void {
  const [first] = findings;
  if (first === undefined) return;
  const message = ["The staffing can't be computed:", ...findings.map((finding) => `  ${formatFinding(finding)}`)].join("\n");
  throw new AmendsError({ code: first.code, message, findings });
}

/** Whether a number of agents can be computed with. */
export function isAgentCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= mostErlangs;
}
