import { lexiconFindings, lexiconSchema, type Lexicon } from "@amends/core/classify/lexicon-check";
import { didYouMean, parsePath, parseWith, type Finding, type FindingSeverity } from "@amends/core/errors";
import { readSource, type LocatedSource } from "../located-source.js";
import type { SourceFile } from "../source-file.js";
import { lexiconChecks } from "./lexicon-checks.js";
import { lexiconFormFindings } from "./lexicon-form-findings.js";

/** How lexicons are looked at. */
export interface ReadLexiconFilesOptions {
  /** The lexicons that ship, by language: `standardLexicons` of `@amends/core/classify`. */
  readonly standard: Readonly<Record<string, Lexicon>>;
  /** Whether the files are read with together, so that two of one language are wrong. Default: they aren't. */
  readonly together?: boolean;
  /** Whether phrases that can be read and still don't mean what they say are looked for too. Default: they are. */
  readonly content?: boolean;
  /** The policies that could read labels of one's own. Default: nobody knows them, and nothing is said of labels that none reads. */
  readonly policies?: readonly SourceFile[];
  /** Severity by code, as in the settings; what is off isn't looked for. */
  readonly severity?: Readonly<Record<string, FindingSeverity>>;
}

/** Lexicons by language, and everything wrong with their files. */
export interface ReadLexiconFiles {
  /** Those of files with nothing wrong that keeps them from being read with. */
  readonly lexicons: Readonly<Record<string, Lexicon>>;
  readonly findings: readonly Finding[];
}

/**
 * Reads lexicon files, and everything wrong with them: their form, phrases that can't be read, a phrase twice under one label, phrases
 * to leave out that the standard lexicon doesn't have, and labels of one's own that no policy reads.
 *
 * @example
 * import { readLexiconFiles } from "@amends/rule-tools";
 * const text = '{ "language": "en", "phrases": { "refund_statu": { "4": ["my money"] } } }';
 * const { findings } = readLexiconFiles([{ path: "en.lexicon.json", text }], { standard: {} });
 * findings.map(({ code, line, column, fix }) => [code, line, column, fix]); // => [["lexicon_invalid", 1, 34, 'did you mean "refund_status"?']]
 */
export function readLexiconFiles(files: readonly SourceFile[], options: ReadLexiconFilesOptions): ReadLexiconFiles {
  const { together = false, content = true } = options;
  const findings: Finding[] = [];
  const lexicons: Record<string, Lexicon> = {};
  const places = new Map<string, string>();
  for (const file of files) {
    const read = readSource(file);
    if ("findings" in read) {
      findings.push(...read.findings);
      continue;
    }
    const { source } = read;
    const parsed = parseWith(lexiconSchema, source.value);
    if (!parsed.success) {
      for (const finding of lexiconFormFindings(parsed.error, source).toSorted(byPlace)) findings.push(finding);
      continue;
    }
    const lexicon = parsed.data;
    const weighed = contentFindings(lexicon, source, options).filter(({ code }) => content || !isCheck(code));
    for (const finding of weighed) findings.push(finding);
    const twin = places.get(lexicon.language);
    if (together && twin !== undefined) {
      findings.push(
        source.finding(["language"], {
          code: "lexicon_language_twice",
          message: `two lexicons are of the language "${lexicon.language}": ${twin} and ${file.path}`,
          fix: "put the phrases of both into one file",
        }),
      );
      continue;
    }
    places.set(lexicon.language, file.path);
    if (weighed.every(({ code }) => isCheck(code))) lexicons[lexicon.language] = lexicon;
  }
  return { lexicons, findings };
}

const isCheck = (code: string): boolean => lexiconChecks.some((check) => check.code === code);

function contentFindings(lexicon: Lexicon, source: LocatedSource, options: ReadLexiconFilesOptions): Finding[] {
  const { standard, severity = {}, policies } = options;
  const found = lexiconFindings(lexicon, standard).map(({ path = "", ...what }) => source.finding(parsePath(path), what));
  const all = [...found, ...(policies === undefined ? [] : unreadLabels(lexicon, source, policies))];
  return all.toSorted(byPlace).flatMap((finding) => {
    const usual = lexiconChecks.find(({ code }) => code === finding.code)?.severity;
    if (usual === undefined) return [finding];
    const weight = severity[finding.code] ?? usual;
    return weight === "off" ? [] : [{ ...finding, severity: weight }];
  });
}

function byPlace(left: Finding, right: Finding): number {
  return (left.line ?? 0) - (right.line ?? 0) || (left.column ?? 0) - (right.column ?? 0);
}

const scoreOfOwnLabel = /"scores\.(own\.[a-z0-9_]+)"/g;

function unreadLabels({ phrases }: Lexicon, source: LocatedSource, policies: readonly SourceFile[]): Finding[] {
  const read = new Set(policies.flatMap(({ text }) => [...text.matchAll(scoreOfOwnLabel)].map(([, label = ""]) => label)));
  const labels = Object.keys(phrases).filter((label) => label.startsWith("own."));
  return labels.flatMap((label) => {
    if (read.has(label)) return [];
    return [
      source.finding(
        ["phrases", label],
        {
          code: "lexicon-label-unread",
          message: `no policy reads the points of "${label}"`,
          fix: didYouMean(label, [...read]).fix ?? `add a rule that asks for the fact "scores.${label}", or take the label out`,
        },
        "key",
      ),
    ];
  });
}
