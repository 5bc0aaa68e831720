// Compares compiled calendars with a count by minutes that asks Intl alone: random calendars in random windows of time, with --count;
// every change of every zone's clock in some years, with --transitions; without either a short run of both. The same arguments try the
// same cases; --part 2/4 tries a quarter.
import { parseArgs } from "node:util";
import fc from "fast-check";
import { calendarArbitrary } from "../packages/core/src/time/oracle/calendar-arbitrary.js";
import { clockChanges } from "../packages/core/src/time/oracle/clock-changes.js";
import { compareAt, compareWithOracle } from "../packages/core/src/time/oracle/compare-with-oracle.js";
import { scanMinutes } from "../packages/core/src/time/oracle/minute-oracle.js";
import { questionsAroundChange, reach } from "../packages/core/src/time/oracle/questions-around-change.js";
import { transitionCalendars } from "../packages/core/src/time/oracle/transition-calendars.js";
import { zoneWindows } from "../packages/core/src/time/oracle/zone-windows.js";

/** Some two minutes in all. */
const [shortCount, shortYears] = ["10000", "2026-2027"];
const usage = `usage: npm run fuzz:time -- [--seed 1] [--part 1/1]       a short run of both: --count ${shortCount} --transitions ${shortYears}
       npm run fuzz:time -- --count 100000 [--seed 1] [--part 1/1]
       npm run fuzz:time -- --transitions 2015-2030 [--seed 1] [--part 1/1]`;
const [minute, day] = [60_000, 86_400_000];

interface Arguments {
  readonly seed: number;
  /** How many random cases; undefined for none. */
  readonly count: number | undefined;
  readonly part: number;
  readonly parts: number;
  /** The first and the last year whose changes are walked; undefined for none. */
  readonly years: readonly [first: number, last: number] | undefined;
}

function readArguments(): Arguments {
  try {
    const { values } = parseArgs({
      options: {
        seed: { type: "string", default: "1" },
        count: { type: "string" },
        part: { type: "string", default: "1/1" },
        transitions: { type: "string" },
      },
    });
    const [part = 0, parts = 0] = /^\d{1,4}\/\d{1,4}$/.test(values.part) ? values.part.split("/").map(Number) : [];
    const isShort = values.count === undefined && values.transitions === undefined;
    const numberOf = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN);
    const seed = numberOf(values.seed);
    const cases = values.count ?? (isShort ? shortCount : undefined);
    const count = cases === undefined ? undefined : numberOf(cases);
    const walks = values.transitions ?? (isShort ? shortYears : undefined);
    const walked = walks === undefined ? undefined : (walks.split("-").map(Number) as [number, number]);
    const fits = walks === undefined || (/^\d{4}-\d{4}$/.test(walks) && isWalkable(walked));
    if (seed >= 0 && (count ?? 1) >= 1 && part >= 1 && part <= parts && fits) return { seed, count, part, parts, years: walked };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}

/** Earlier offsets have odd seconds here and there; the count by minutes knows none. */
function isWalkable(years: readonly [first: number, last: number] | undefined): boolean {
  return years !== undefined && years[0] >= 1973 && years[0] <= years[1] && years[1] <= 2100;
}

const { seed, count, part: ownPart, parts, years } = readArguments();
const isOwn = (index: number): boolean => index % parts === ownPart - 1;
let started = performance.now();
let failures = 0;
let concluded = 0;

function fail(where: string, calendar: unknown, differences: readonly string[]): void {
  failures += 1;
  if (failures <= 20) process.stderr.write(`${where}\n${JSON.stringify(calendar)}\n${differences.slice(0, 5).join("\n")}\n`);
}

function conclude(counted: string): void {
  const minutes = ((performance.now() - started) / minute).toFixed(1);
  started = performance.now();
  const own = failures - concluded;
  concluded = failures;
  process.stdout.write(`${counted}, ${own} calendars with differences (seed ${seed}, part ${ownPart}/${parts}, ${minutes} min).\n`);
  process.exitCode = failures === 0 ? 0 : 1;
}

function tryRandomCases(wanted: number): void {
  const perWindow = 50;
  const questionsEach = 20;
  const zones = Intl.supportedValuesOf("timeZone");
  const windowArbitrary = fc.oneof(
    fc.constantFrom(...zoneWindows).map(([zone, middle]) => ({ zone, middle })),
    // Any zone at any date since 1973: earlier offsets have odd seconds here and there.
    fc.record({
      zone: fc.constantFrom(...zones),
      middle: fc
        .integer({ min: Date.UTC(1973, 0) / day, max: Date.UTC(2037, 0) / day })
        .map((at) => new Date(at * day).toISOString().slice(0, 10)),
    }),
  );
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  const seconds = fc.oneof(
    fc.integer({ min: 0, max: 400_000 }),
    fc.integer({ min: 0, max: 200 }).map((halves) => halves * 1800),
  );
  const questions = fc.array(fc.record({ at: fraction, to: fraction, seconds }), { minLength: questionsEach, maxLength: questionsEach });
  let [calendars, windows] = [0, 0];
  for (let round = 0; round * perWindow < wanted; round += 1) {
    if (!isOwn(round)) continue;
    const roundSeed = seed * 1_000_003 + round;
    const [{ zone, middle }] = fc.sample(windowArbitrary, { seed: roundSeed, numRuns: 1 }) as [{ zone: string; middle: string }];
    const scan = scanMinutes(zone, Date.parse(`${middle}T00:00:00Z`) - 8 * day, 16);
    const cases = fc.tuple(calendarArbitrary(zone, middle), questions);
    windows += 1;
    for (const [calendar, asked] of fc.sample(cases, { seed: roundSeed, numRuns: Math.min(perWindow, wanted - round * perWindow) })) {
      calendars += 1;
      const differences = compareWithOracle(calendar, scan, asked);
      if (differences.length > 0) fail(`${zone} ${middle}`, calendar, differences);
    }
    if (windows % 200 === 0) process.stderr.write(`${calendars} calendars\n`);
  }
  conclude(`${calendars} calendars in ${windows} windows of time, ${calendars * questionsEach} questions`);
}

function walkTransitions([firstYear, lastYear]: readonly [first: number, last: number]): void {
  const edge = 3 * day;
  let [zones, calendars, compared, walked] = [0, 0, 0, 0];
  // Zones under their own names: links are other names of these.
  for (const [index, zone] of Intl.supportedValuesOf("timeZone").entries()) {
    if (!isOwn(index)) continue;
    zones += 1;
    for (const change of clockChanges(zone, Date.UTC(firstYear, 0), Date.UTC(lastYear + 1, 0))) {
      walked += 1;
      const scan = scanMinutes(zone, change.at - reach - edge, (2 * (reach + edge)) / day);
      const middle = new Date(change.at).toISOString().slice(0, 10);
      const random = fc.sample(calendarArbitrary(zone, middle), { seed: seed * 1_000_003 + walked, numRuns: 2 });
      for (const calendar of [...transitionCalendars(zone, change), ...random]) {
        calendars += 1;
        const { differences, compared: answers } = compareAt(calendar, scan, questionsAroundChange(change));
        compared += answers;
        if (differences.length > 0) fail(`${zone} ${new Date(change.at).toISOString()}`, calendar, differences);
      }
    }
    if (zones % 20 === 0) process.stderr.write(`${zones} zones, ${walked} changes\n`);
  }
  conclude(
    `${firstYear} to ${lastYear}: ${zones} zones, ${walked} changes of their clocks, ${calendars} calendars, ${compared} answers compared`,
  );
}

if (count !== undefined) tryRandomCases(count);
if (years !== undefined) walkTransitions(years);
