import { collectYoungGarbage } from "./collect-garbage.js";
import { clockGrain, cpuMicroseconds } from "./cpu-clock.js";
import { median } from "./median.js";

/** What takes part in a measurement: decides one input at a time. */
export interface Contestant<Input> {
  readonly name: string;
  readonly decide: (input: Input) => unknown;
}

export interface MeasureOptions {
  readonly rounds: number;
  /** Processor time that a contestant gets at least in one round, in milliseconds. */
  readonly roundMilliseconds: number;
  /** How long a round may become to cover more inputs, in milliseconds. Three inputs are decided however long they take. */
  readonly longestRoundMilliseconds: number;
  /** How long a stretch of the warm-up is, how many in a row without a gain end it, and what all of them may take, in milliseconds. */
  readonly warmUpMilliseconds: number;
  readonly warmUpPatience: number;
  readonly longestWarmUpMilliseconds: number;
  /** Microseconds spent so far: without it, the processor time of this process. */
  readonly clock?: () => number;
}

export interface Measurement {
  readonly name: string;
  /** Processor time of one input, in microseconds: the median of the rounds, and their extremes. */
  readonly microseconds: number;
  readonly least: number;
  readonly most: number;
  readonly inputsPerRound: number;
}

interface Runner<Input> {
  readonly name: string;
  readonly run: (inputs: readonly Input[], from: number, count: number) => unknown;
  readonly inputsPerRound: number;
  cursor: number;
  readonly times: number[];
}

/**
 * Measures contestants in turns on the same inputs, so that what disturbs the machine disturbs all of them. Rounds are long
 * enough that the clock's grain stays below one percent, and cover all inputs wherever a contestant is quick enough.
 */
export async function measureSideBySide<Input>(
  contestants: readonly Contestant<Input>[],
  inputs: readonly Input[],
  options: MeasureOptions,
): Promise<Measurement[]> {
  const { clock = cpuMicroseconds } = options;
  const roundMilliseconds = Math.max(options.roundMilliseconds, clockGrain(clock) / 10);
  const runners: Runner<Input>[] = [];
  for (const contestant of contestants) runners.push(await prepare(contestant, inputs, { ...options, roundMilliseconds, clock }));
  for (let round = 0; round < options.rounds; round += 1) {
    for (const runner of runners) {
      collectYoungGarbage();
      const started = clock();
      await runner.run(inputs, runner.cursor, runner.inputsPerRound);
      runner.times.push((clock() - started) / runner.inputsPerRound);
      runner.cursor = (runner.cursor + runner.inputsPerRound) % inputs.length;
    }
  }
  return runners.map(({ name, times, inputsPerRound }) => ({
    name,
    microseconds: median(times),
    least: Math.min(...times),
    most: Math.max(...times),
    inputsPerRound,
  }));
}

/** Warms a contestant up and finds how many inputs fill a round. */
async function prepare<Input>(
  { name, decide }: Contestant<Input>,
  inputs: readonly Input[],
  options: Required<MeasureOptions>,
): Promise<Runner<Input>> {
  const answer = decide(inputs[0] as Input);
  const run = answer instanceof Promise ? inTurn(decide) : atOnce(decide);
  await answer;
  let cursor = 0;
  const runOn = (count: number) => {
    const from = cursor;
    cursor = (cursor + count) % inputs.length;
    return run(inputs, from, count);
  };
  const milliseconds = await warmUp(runOn, options);
  const inputsPerRound = inputsFor(milliseconds, inputs.length, options.roundMilliseconds, options.longestRoundMilliseconds);
  return { name, run, inputsPerRound, cursor: 0, times: [] };
}

/** What a stretch has to take of the best one before it to be a gain. */
const worthwhile = 0.98;

/**
 * Decides until deciding gets no faster, and returns the milliseconds of one input. Large generated code takes seconds
 * to be optimised, function by function; small code is there at once.
 */
async function warmUp(run: (count: number) => unknown, options: Required<MeasureOptions>): Promise<number> {
  const stretch = options.warmUpMilliseconds;
  let best = Number.POSITIVE_INFINITY;
  let last = best;
  for (let total = 0, inVain = 0; inVain < options.warmUpPatience && total < options.longestWarmUpMilliseconds; total += stretch) {
    last = await timeStretch(run, stretch * 1000, options.clock);
    inVain = last < best * worthwhile ? 0 : inVain + 1;
    best = Math.min(best, last);
  }
  return last / 1000;
}

/** Decides for at least so many microseconds, and returns those of one input. */
async function timeStretch(run: (count: number) => unknown, microseconds: number, clock: () => number): Promise<number> {
  const started = clock();
  let done = 0;
  for (let count = 1; ; ) {
    await run(count);
    done += count;
    const spent = clock() - started;
    if (spent >= microseconds) return spent / done;
    if (spent < microseconds / 10) count *= 2;
  }
}

const fewestInputs = 3;

/** How many inputs a round decides: whole passes over all of them where there is time, as many as possible where there isn't. */
function inputsFor(milliseconds: number, all: number, least: number, most: number): number {
  const wanted = least / milliseconds;
  if (wanted > all) return Math.ceil(wanted / all) * all;
  return Math.min(all, Math.max(fewestInputs, Math.ceil(wanted), Math.floor(most / milliseconds)));
}

/** Answers go here, so that no compiler may leave out the work that nobody looks at. */
const kept: { answer: unknown } = { answer: undefined };

const atOnce =
  <Input>(decide: (input: Input) => unknown): Runner<Input>["run"] =>
  (inputs, from, count) => {
    for (let done = 0, index = from; done < count; done += 1) {
      kept.answer = decide(inputs[index] as Input);
      index = index + 1 === inputs.length ? 0 : index + 1;
    }
  };

const inTurn =
  <Input>(decide: (input: Input) => unknown): Runner<Input>["run"] =>
  async (inputs, from, count) => {
    for (let done = 0; done < count; done += 1) kept.answer = await decide(inputs[(from + done) % inputs.length] as Input);
  };
