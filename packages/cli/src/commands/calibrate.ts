import { join } from "node:path";
import {
  calibrateScorecard,
  generateClaims,
  measureScorecard,
  type GivenCalibrationOptions,
  type MeasureSettings,
} from "@amends/compensation/risk/calibration";
import type { Policy } from "@amends/core/rules";
import { formatSource } from "@amends/rule-tools";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { writeTextFile } from "../files/write-text-file.js";
import { calibrateHelp } from "../help/calibrate.js";
import { readFileText } from "../input/read-file-text.js";
import { readLabelledClaims, withPlaces, type ClaimLines } from "../input/read-labelled-claims.js";
import { readLexicons } from "../input/read-lexicons.js";
import { readPolicies } from "../input/read-policies.js";
import { UnreadableInputError } from "../input/unreadable-input-error.js";
import { onOneLine } from "../output/on-one-line.js";
import { reportCalibration, reportMeasure } from "../output/report-calibration.js";
import { parseOptions, readCount } from "../parse-options.js";
import { loadStages } from "../stages.js";
import type { Streams } from "../streams.js";
import { UsageError } from "../usage-error.js";

const options = {
  policies: { type: "string", multiple: true },
  options: { type: "string" },
  out: { type: "string" },
  "set-version": { type: "string" },
  measure: { type: "boolean" },
  generate: { type: "string" },
  seed: { type: "string" },
  json: { type: "boolean" },
} as const;

/** `amends calibrate`: points of the risk scorecard from labelled claims, and what they are worth. */
export async function calibrate(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (values.help === true) {
    streams.stdout.write(calibrateHelp);
    return exitCodes.fine;
  }
  if (values.generate !== undefined) {
    if (positionals.length > 0) throw new UsageError("--generate makes claims up; name no file beside it");
    return generate(readCount("--generate", values.generate, 1), readCount("--seed", values.seed ?? "1"), streams);
  }
  if (positionals.length === 0) throw new UsageError('name a file of labelled claims, or "-" for standard input');
  const settings = {
    policies: await readRiskPolicies(values.policies ?? []),
    ...(values.options === undefined ? {} : { options: await readOptions(values.options, streams) }),
  };
  const lines = await readLabelledClaims(positionals, streams.stdin);
  if (values.measure === true) return measure(lines, settings, values.json === true, streams);

  const version = values["set-version"];
  const calibration = withPlaces(lines, () =>
    calibrateScorecard(lines.claims, { ...settings, ...(version === undefined ? {} : { version }) }),
  );
  const out = values.out ?? "calibrated-risk-score.policy.json";
  const written = calibration.after.passes ? await writePolicies(out, calibration.policies) : [];
  if (values.json === true) streams.stdout.write(`${JSON.stringify({ ...calibration, written })}\n`);
  else {
    streams.stdout.write(reportCalibration(calibration));
    for (const path of written) streams.stdout.write(`\nThe policy is written to ${onOneLine(path)}.\n`);
  }
  return judge(calibration.after.passes, "a gate fails; no policy is written", streams);
}

function generate(claims: number, seed: number, { stdout }: Streams): ExitCode {
  for (const { case: caseFile, abusive, outcomeAt } of generateClaims({ seed, claims }).claims) {
    stdout.write(`${JSON.stringify({ case: caseFile, abusive, outcomeAt })}\n`);
  }
  return exitCodes.fine;
}

function measure(lines: ClaimLines, settings: MeasureSettings, json: boolean, streams: Streams): ExitCode {
  const measured = withPlaces(lines, () => measureScorecard(lines.claims, settings));
  streams.stdout.write(json ? `${JSON.stringify({ after: measured })}\n` : reportMeasure(measured));
  return judge(measured.passes, "a gate fails", streams);
}

function judge(passes: boolean, complaint: string, { stderr }: Streams): ExitCode {
  if (passes) return exitCodes.fine;
  stderr.write(`amends calibrate: ${complaint}.\n`);
  return exitCodes.findings;
}

async function readRiskPolicies(paths: readonly string[]): Promise<Policy[]> {
  if (paths.length === 0) return [];
  // A folder may hold policies of every stage; those of risk alone count here.
  const policies = await attempt("--policies", async () => readPolicies(paths, await loadStages(undefined, await readLexicons(paths[0]))));
  return policies.filter(({ stage }) => stage === "risk");
}

async function readOptions(path: string, { stdin }: Streams): Promise<GivenCalibrationOptions> {
  const text = await readFileText(path, stdin);
  return attempt(`--options ${onOneLine(path)}`, async () => JSON.parse(text) as GivenCalibrationOptions);
}

async function attempt<Value>(what: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SyntaxError) throw new UnreadableInputError(`${what} is no JSON.`);
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new UnreadableInputError(`${what}: there is no such file.`);
    throw error;
  }
}

/** One policy is a file, several are files of a folder; each in canonical form. */
async function writePolicies(out: string, policies: readonly Policy[]): Promise<string[]> {
  const files = policies.map((policy) => {
    const path = policies.length === 1 ? out : join(out, `${policy.policy.replaceAll("/", "-")}.policy.json`);
    const formatted = formatSource({ path: "calibrated.policy.json", text: JSON.stringify(policy) });
    return { path, text: "text" in formatted ? formatted.text : `${JSON.stringify(policy, null, 2)}\n` };
  });
  for (const { path, text } of files) await writeTextFile(path, text);
  return files.map(({ path }) => path);
}
