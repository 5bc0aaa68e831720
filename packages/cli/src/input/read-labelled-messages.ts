import type { Readable } from "node:stream";
import { formatFinding, type Finding } from "@amends/core/errors";
import { parseLabelledMessage, type LabelledMessage } from "@amends/core/classify/evaluate";
import { onOneLine } from "../output/on-one-line.js";
import { parseCaseText } from "./parse-case-text.js";
import { readCases } from "./read-cases.js";
import { UnreadableInputError } from "./unreadable-input-error.js";

/** A labelled message and the line it starts on, from 1. */
export interface LabelledLine {
  readonly file: string;
  readonly line: number;
  readonly message: LabelledMessage;
}

const shownFindings = 20;

/**
 * The labelled messages of files, in order; "-" is standard input. Figures of a part of them would be figures of something else, so
 * one bad message refuses all.
 *
 * @throws {UnreadableInputError} that lists what is wrong, with file, line and path.
 */
export async function readLabelledMessages(paths: readonly string[], stdin: Readable): Promise<LabelledLine[]> {
  const lines: LabelledLine[] = [];
  const findings: Finding[] = [];
  for (const path of paths) {
    const file = path === "-" ? "standard input" : onOneLine(path);
    for await (const text of readCases(path, stdin)) {
      const parsed = parseCaseText(text);
      if ("problem" in parsed) {
        findings.push({ ...parsed.problem, message: parsed.problem.message.replace("the case", "the message"), file, line: text.line });
        continue;
      }
      const read = parseLabelledMessage(parsed.value);
      if ("message" in read) lines.push({ file, line: text.line, message: read.message });
      else findings.push(...read.findings.map((finding) => ({ ...finding, file, line: text.line })));
    }
  }
  if (findings.length > 0) throw new UnreadableInputError(listOf(findings));
  if (lines.length === 0) throw new UnreadableInputError(`${paths.map(onOneLine).join(", ")}: there are no messages in it.`);
  return lines;
}

function listOf(findings: readonly Finding[]): string {
  const more = findings.length - shownFindings;
  const count = `${findings.length} ${findings.length === 1 ? "thing is" : "things are"} wrong with the labelled messages:`;
  return [
    count,
    ...findings.slice(0, shownFindings).map((finding) => `  ${formatFinding(finding)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join("\n");
}
