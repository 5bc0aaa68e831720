/**
 * Compares compiled calendars with a count by minutes, at any size:
 * `npx tsx --conditions=@amends/source scripts/fuzz-time.ts --seed 1 --count 5000`
 */
import { parseArgs } from "node:util";
import fc from "fast-check";
import { calendarArbitrary } from "../packages/core/src/time/oracle/calendar-arbitrary.js";
import { compareWithOracle } from "../packages/core/src/time/oracle/compare-with-oracle.js";
import { scanMinutes, type MinuteScan } from "../packages/core/src/time/oracle/minute-oracle.js";
import { zoneWindows } from "../packages/core/src/time/oracle/zone-windows.js";

const { values } = parseArgs({ options: { seed: { type: "string", default: "1" }, count: { type: "string", default: "1000" } } });
const [seed, count] = [Number(values.seed), Number(values.count)];
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(count) || count < 1) {
  console.error("--seed and --count are whole numbers; --count at least 1.");
  process.exit(2);
}

// Besides the known traps, any zone at any date since 1973 (earlier offsets have odd seconds here and there).
const day = 86_400_000;
const randomWindow = fc
  .tuple(fc.constantFrom(...Intl.supportedValuesOf("timeZone")), fc.integer({ min: Date.UTC(1973, 0) / day, max: Date.UTC(2037, 0) / day }))
  .map(([zone, middle]) => [zone, new Date(middle * day).toISOString().slice(0, 10), "any"] as const);
const window = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...zoneWindows) }, { weight: 1, arbitrary: randomWindow });
const part = fc.double({ min: 0, max: 1, noNaN: true });
const question = fc.record({
  at: part,
  to: part,
  seconds: fc.oneof(
    fc.integer({ min: 0, max: 400_000 }),
    fc.integer({ min: 0, max: 200 }).map((n) => n * 1800),
  ),
});
const testCase = window.chain(([zone, middle]) =>
  fc.record({
    zone: fc.constant(zone),
    middle: fc.constant(middle),
    calendar: calendarArbitrary(zone, middle),
    questions: fc.array(question, { minLength: 20, maxLength: 20 }),
  }),
);

const scans = new Map<string, MinuteScan>();
let failures = 0;
for (const { zone, middle, calendar, questions } of fc.sample(testCase, { seed, numRuns: count })) {
  const key = `${zone} ${middle}`;
  const scan = scans.get(key) ?? scanMinutes(zone, Date.parse(`${middle}T00:00:00Z`) - 8 * day, 16);
  if (zoneWindows.some((known) => known[0] === zone && known[1] === middle)) scans.set(key, scan);
  const differences = compareWithOracle(calendar, scan, questions);
  if (differences.length === 0) continue;
  failures += 1;
  console.error(`${key}\n${JSON.stringify(calendar)}\n${differences.slice(0, 5).join("\n")}`);
}
console.log(`${count} calendars, ${count * 20} questions, ${failures} calendars with differences (seed ${seed}).`);
process.exitCode = failures === 0 ? 0 : 1;
