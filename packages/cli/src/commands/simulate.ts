import { statSync } from "node:fs";
import { InvalidCaseError } from "@amends/core/errors";
import { parseCaseFile, type Agent } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import type { ForecastBacktest } from "@amends/core/statistics";
import type { ZoneProvider } from "@amends/core/time";
import { compareSimulations, simulate as simulateOnce, type Arrivals, type SimulationSetup } from "@amends/routing/simulation";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { writeTextFile } from "../files/write-text-file.js";
import { simulateHelp } from "../help/simulate.js";
import { readDeskOptions } from "../input/desk-options.js";
import { readLexicons } from "../input/read-lexicons.js";
import { readPolicies } from "../input/read-policies.js";
import { UnreadableInputError } from "../input/unreadable-input-error.js";
import { nodeZones } from "../node-zones.js";
import { onOneLine } from "../output/on-one-line.js";
import { reportComparison, reportSimulation } from "../output/report-simulation.js";
import { simulationPage } from "../output/simulation-page.js";
import { parseOptions, readCount } from "../parse-options.js";
import { readShare } from "../read-share.js";
import { forecastRates } from "../simulate/forecast-rates.js";
import { policyDecisions } from "../simulate/policy-decisions.js";
import { readArrivals, type ReadArrivals } from "../simulate/read-arrivals.js";
import { loadStages } from "../stages.js";
import type { Streams } from "../streams.js";
import { UsageError } from "../usage-error.js";

const options = {
  roster: { type: "string" },
  calendars: { type: "string" },
  policies: { type: "string", multiple: true },
  target: { type: "string" },
  handle: { type: "string" },
  patience: { type: "string" },
  forecast: { type: "string" },
  compare: { type: "string" },
  repetitions: { type: "string" },
  seed: { type: "string" },
  zone: { type: "string" },
  "warm-up": { type: "string" },
  slowdown: { type: "string" },
  html: { type: "string" },
  json: { type: "boolean" },
} as const;

/** One of the things that are simulated: a roster and its policies. */
interface Side {
  readonly name: string;
  readonly roster: readonly Agent[];
  readonly policies: readonly Policy[];
}

/** `amends simulate`: what a roster and policies make of arrivals. */
export async function simulate(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (values.help === true) {
    streams.stdout.write(simulateHelp);
    return exitCodes.fine;
  }
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('name one file of arrivals, or "-" for standard input');
  if (values.roster === undefined) throw new UsageError("--roster FILE is needed: the agents, a JSON array");
  const count = (option: keyof typeof options, least = 0): number | undefined => {
    const value = values[option];
    return typeof value === "string" ? readCount(`--${option}`, value, least) : undefined;
  };
  const seed = count("seed") ?? 1;
  const target = count("target");
  const hours = count("forecast", 1);
  const repetitions = count("repetitions", 2) ?? 20;
  const warmUpSeconds = (count("warm-up") ?? 0) * 3600;
  const defaults = { handleSeconds: count("handle", 1) ?? 360, patienceSeconds: count("patience", 1), targetSeconds: target };
  const slowdown = values.slowdown === undefined ? 1 : readShare("--slowdown", values.slowdown);
  const zones = nodeZones();
  const { zone = "UTC" } = values;
  if (!zones.has(zone)) throw new UsageError(`--zone ${zone} is not a time zone: expected an IANA name such as Asia/Tokyo`);
  const {
    roster = [],
    calendars = {},
    policies = [],
  } = await readDeskOptions({
    roster: values.roster,
    ...(values.calendars === undefined ? {} : { calendars: values.calendars }),
    ...(values.policies === undefined ? {} : { policies: values.policies }),
  });
  const first: Side = {
    name: values.compare === undefined ? "all" : named(values.roster),
    roster: checkedRoster(roster, values.roster, zones),
    policies,
  };
  const second = values.compare === undefined ? undefined : await otherSide(first, values.compare, zones);
  const read = await readArrivals(file, streams.stdin, defaults);
  const source: ReadArrivals & { readonly backtest?: ForecastBacktest | undefined } =
    hours === undefined ? read : forecastRates(read, { hours, zone, zones });
  const { backtest } = source;
  const arrivals = source.arrivals(seed);
  const setupOf = (side: Side): { setup: SimulationSetup; toBot: readonly string[] } => {
    const sources = { ...side, calendars, zones, at: arrivals.at[0] ?? 0 };
    const { dueAt, assign, goesToBot } = policyDecisions(sources);
    const toBot = arrivals.kinds.filter(goesToBot).map(({ name }) => name);
    const policy = target === undefined ? { dueAt, assign } : { assign };
    return {
      toBot,
      setup: {
        arrivals: withoutKinds(arrivals, toBot),
        roster: side.roster,
        calendars: sources.calendars,
        zones,
        policy,
        seed,
        zone,
        warmUpSeconds,
        slowdown,
      },
    };
  };
  const sides = [first, ...(second === undefined ? [] : [second])].map((side) => ({ name: side.name, ...setupOf(side) }));
  const results = sides.map(({ name, toBot, setup }) => ({ name, toBot, result: simulateOnce(setup) }));
  const [one, other] = sides;
  const comparison =
    one === undefined || other === undefined
      ? undefined
      : compareSimulations(one.setup, other.setup, {
          repetitions,
          seed,
          // Tickets of a history are those that came; only rates make others for each seed.
          ...(source.history === undefined && one.toBot.join() === other.toBot.join()
            ? { arrivals: (own: number) => withoutKinds(source.arrivals(own), one.toBot) }
            : {}),
        });
  if (values.html !== undefined) await writeTextFile(values.html, simulationPage({ results, comparison }));
  if (values.json === true) {
    const told = results.map(({ name, toBot, result }) => ({ name, toBot, result }));
    const [only] = told;
    const figures = comparison === undefined ? { toBot: only?.toBot, result: only?.result } : { results: told, comparison };
    streams.stdout.write(`${JSON.stringify({ ...figures, ...(backtest === undefined ? {} : { backtest }) })}\n`);
    return exitCodes.fine;
  }
  if (backtest !== undefined) streams.stdout.write(`${backtestLine(backtest)}\n\n`);
  for (const { name, toBot, result } of results) {
    if (comparison !== undefined) streams.stdout.write(`== ${onOneLine(name)}\n`);
    streams.stdout.write(`${reportSimulation(result)}\n`);
    if (toBot.length > 0) streams.stdout.write(`Not simulated, for policies give them to the bot: ${toBot.map(onOneLine).join(", ")}\n\n`);
  }
  if (comparison !== undefined) streams.stdout.write(reportComparison(comparison, [results[0]?.name ?? "", results[1]?.name ?? ""]));
  if (values.html !== undefined) streams.stdout.write(`The page is written to ${onOneLine(values.html)}.\n`);
  return exitCodes.fine;
}

function backtestLine({ origins, model, seasonalNaive }: ForecastBacktest): string {
  const wape = (value: number | null): string => (value === null ? "–" : `${(value * 100).toFixed(1)} %`);
  const mase = (value: number | null): string => (value === null ? "–" : value.toFixed(2));
  return `Forecast, back-tested on ${origins} weeks: WAPE ${wape(model.wape)}, MASE ${mase(model.mase)}; last week again: WAPE ${wape(seasonalNaive.wape)}, MASE ${mase(seasonalNaive.mase)}`;
}

/** The name of a file without its folders. */
function named(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

async function otherSide(first: Side, path: string, zones: ZoneProvider): Promise<Side> {
  const isPolicies = path.endsWith(".policy.json") || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isPolicies) {
    const policies = await readPolicies([path], await loadStages(undefined, await readLexicons(path)));
    return { name: named(path), roster: first.roster, policies };
  }
  const { roster = [] } = await readDeskOptions({ roster: path });
  return { name: named(path), roster: checkedRoster(roster, path, zones), policies: first.policies };
}

/** A roster as cases hold them, so that every agent has its shape. */
function checkedRoster(roster: unknown, path: string, zones: ZoneProvider): readonly Agent[] {
  if (!Array.isArray(roster)) throw new UnreadableInputError(`${onOneLine(path)} is no JSON array of agents.`);
  try {
    return parseCaseFile({ ticket: {}, agents: roster as Agent[] }, { zones }).agents ?? [];
  } catch (error) {
    if (!InvalidCaseError.isInstance(error)) throw error;
    throw new UnreadableInputError(`${onOneLine(path)} can't be read as a roster: ${error.message}`);
  }
}

function withoutKinds(arrivals: Arrivals, names: readonly string[]): Arrivals {
  if (names.length === 0) return arrivals;
  const left = new Set(arrivals.kinds.flatMap(({ name }, index) => (names.includes(name) ? [index] : [])));
  const stays = (_: number, index: number): boolean => !left.has(arrivals.kind[index] as number);
  return {
    kinds: arrivals.kinds,
    at: arrivals.at.filter(stays),
    kind: arrivals.kind.filter(stays),
    ...(arrivals.handleSeconds === undefined ? {} : { handleSeconds: arrivals.handleSeconds.filter(stays) }),
  };
}
