import { createHash } from "node:crypto";
import { compareAnswers, type AnswerDifference } from "./compare-answers.js";
import type { RuntimeOutcome } from "./run-runtime.js";

/** What came of a runtime. */
export interface ComparedRuntime {
  readonly title: string;
  readonly version: string;
  /**
   * `same bytes`: every answer but those that show texts has the bytes of the first runtime. `same decisions`: so it is but for texts of
   * cases, and the hashes over them, that other locale data write differently. In both the program kept to the pinned zone data and
   * evaluated no string.
   */
  readonly result: "same bytes" | "same decisions" | "different" | "failed" | "not run";
  readonly answers: number;
  /** SHA-256 over the lines of all answers but those that show texts. */
  readonly sha256?: string;
  /** The fingerprint of its locale data. */
  readonly localeData?: string;
  readonly differences: readonly AnswerDifference[];
  /** Texts that another release of the locale data writes differently. */
  readonly textDifferences: readonly AnswerDifference[];
  /** Why it failed or wasn't run, or what it did that it shouldn't. */
  readonly problems: readonly string[];
}

export interface Comparison {
  readonly ok: boolean;
  readonly runtimes: readonly ComparedRuntime[];
}

/** What a case tells customers, written with locale data; nothing is decided on it. */
const textOfCase = /^(reply|notices\[\d+\]|followUps\[\d+\])\.(subject|text)$/;
/** What an audit record says over those texts, and over the records before it. */
const hashOfText = /^audit\.(decided|hash|previous)$/;

const isText = (line: string) => line.startsWith('{"name":"text/');

/** Compares every run with the first one that there is. */
export function compareRuns(outcomes: readonly RuntimeOutcome[]): Comparison {
  const first = outcomes.find((outcome) => "run" in outcome);
  const reference = first !== undefined && "run" in first ? first.run.lines : [];
  const runtimes = outcomes.map((outcome) => compared(outcome, reference));
  return { ok: runtimes.every(({ result }) => result !== "different" && result !== "failed"), runtimes };
}

function compared(outcome: RuntimeOutcome, reference: readonly string[]): ComparedRuntime {
  const { title } = outcome.runtime;
  if (!("run" in outcome)) {
    const result = outcome.missing ? "not run" : "failed";
    return { title, version: "", result, answers: 0, differences: [], textDifferences: [], problems: [outcome.problem] };
  }
  const { version, lines, evaluations = [] } = outcome.run;
  const decided = lines.filter((line) => !isText(line));
  const localeData = valueOf(lines, "text/locale data");
  // The same locale data have no reason to write another text.
  const otherLocaleData = localeData !== valueOf(reference, "text/locale data");
  const inCases = compareAnswers(
    reference.filter((line) => !isText(line)),
    decided,
  );
  const writesOtherwise = otherLocaleData && inCases.some(isTextOfCase);
  const isExcused = (difference: AnswerDifference) =>
    writesOtherwise && (isTextOfCase(difference) || (isCase(difference) && hashOfText.test(difference.path)));
  const shown = compareAnswers(reference.filter(isText), lines.filter(isText));
  const differences = [...inCases.filter((difference) => !isExcused(difference)), ...(otherLocaleData ? [] : shown)];
  const zonesAsked = (valueOf(lines, "zones asked of the runtime") ?? []) as readonly string[];
  const problems = [
    ...zonesAsked.map((zone) => `asked the runtime's own zone data for ${zone}`),
    ...evaluations.map((place) => `tried to evaluate a string: ${place}`),
  ];
  return {
    title,
    version,
    result: differences.length + problems.length > 0 ? "different" : inCases.length > 0 ? "same decisions" : "same bytes",
    answers: lines.length,
    sha256: createHash("sha256").update(decided.join("\n")).digest("hex"),
    ...(typeof localeData === "string" ? { localeData } : {}),
    differences,
    textDifferences: otherLocaleData
      ? [...inCases.filter(isTextOfCase), ...shown.filter(({ answer }) => answer !== "text/locale data")]
      : [],
    problems,
  };
}

function isCase({ answer }: AnswerDifference): boolean {
  return answer.startsWith("case/");
}

function isTextOfCase(difference: AnswerDifference): boolean {
  return isCase(difference) && textOfCase.test(difference.path);
}

function valueOf(lines: readonly string[], name: string): unknown {
  const line = lines.find((candidate) => candidate.startsWith(`{"name":${JSON.stringify(name)},`));
  return line === undefined ? undefined : (JSON.parse(line) as { value: unknown }).value;
}
