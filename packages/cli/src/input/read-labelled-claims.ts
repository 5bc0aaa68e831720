import type { Readable } from "node:stream";
import { formatPath, InvalidCaseError, parsePath, type Finding } from "@amends/core/errors";
import type { LabelledClaim } from "@amends/compensation/risk/calibration";
import { onOneLine } from "../output/on-one-line.js";
import { parseCaseText } from "./parse-case-text.js";
import { readCases } from "./read-cases.js";
import { UnreadableInputError } from "./unreadable-input-error.js";

/** Labelled claims and where each of them stands. */
export interface ClaimLines {
  readonly claims: readonly LabelledClaim[];
  readonly places: readonly { readonly file: string; readonly line: number }[];
}

/**
 * The labelled claims of files, in order; "-" is standard input. What they hold is checked where they are used.
 *
 * @throws {UnreadableInputError} where a line is no JSON, or there is none.
 */
export async function readLabelledClaims(paths: readonly string[], stdin: Readable): Promise<ClaimLines> {
  const claims: LabelledClaim[] = [];
  const places: { file: string; line: number }[] = [];
  for (const path of paths) {
    const file = path === "-" ? "standard input" : onOneLine(path);
    for await (const text of readCases(path, stdin)) {
      const parsed = parseCaseText(text);
      if ("problem" in parsed) {
        throw new UnreadableInputError(`${file}:${text.line}: ${parsed.problem.message.replace("the case", "the claim")}`);
      }
      claims.push(parsed.value as LabelledClaim);
      places.push({ file, line: text.line });
    }
  }
  if (claims.length === 0) throw new UnreadableInputError(`${paths.map(onOneLine).join(", ")}: there are no claims in it.`);
  return { claims, places };
}

/** Runs what takes the claims; what it finds wrong with one of them is told by its file and line. */
export function withPlaces<Value>({ places }: ClaimLines, run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    if (!InvalidCaseError.isInstance(error)) throw error;
    const [head = ""] = error.message.split("\n");
    throw new InvalidCaseError(
      error.findings.map((finding) => placed(finding, places)),
      head,
    );
  }
}

function placed(finding: Finding, places: ClaimLines["places"]): Finding {
  const [index, ...inner] = parsePath(finding.path ?? "");
  const place = typeof index === "number" ? places[index] : undefined;
  return place === undefined ? finding : { ...finding, ...place, path: formatPath(inner) };
}
