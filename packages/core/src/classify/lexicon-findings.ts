import { InvalidPolicyError } from "../errors/invalid-policy-error.js";
import type { Finding } from "../errors/finding.js";
import { formatPath } from "../errors/json-path.js";
import { didYouMean } from "../errors/nearest-word.js";
import { namesListed, quotable } from "../errors/quoted.js";
import { requireObject } from "../errors/require-argument.js";
import type { Lexicon } from "./lexicon.js";
import { parsePhrase } from "./parse-phrase.js";

/** A phrase of a lexicon, and where it stands. */
interface PlacedPhrase {
  readonly phrase: string;
  readonly path: readonly (string | number)[];
}

const negators = ["before", "after", "refusals", "never", "breaks"] as const;

/**
 * What is wrong with a lexicon of the right form: phrases that stand for too much or quote a group that there is not
 * (`phrase_too_wide`, `group_unknown`), a standard lexicon to extend that there is not (`lexicon_invalid`), phrases that find nothing
 * (`lexicon-phrase-unreadable`) or stand twice under a label (`lexicon-phrase-twice`), and phrases to leave out that the standard lexicon
 * doesn't have (`lexicon-without-unknown`).
 *
 * @param standard The lexicons that ship, by language: `standardLexicons`.
 * @example
 * import { lexiconFindings } from "@amends/core/classify/lexicon-check";
 * const lexicon = { language: "en", phrases: { invoice: { 4: ["(bill|receipt"] } } };
 * lexiconFindings(lexicon, {}).map(({ code, path }) => [code, path]); // => [["lexicon-phrase-unreadable", "phrases.invoice[\"4\"][0]"]]
 */
export function lexiconFindings(lexicon: Lexicon, standard: Readonly<Record<string, Lexicon>>): Finding[] {
  requireObject(lexicon, "lexicon");
  requireObject(standard, "standard");
  const extended = lexicon.extends === "standard" && Object.hasOwn(standard, lexicon.language) ? standard[lexicon.language] : undefined;
  const groups = { ...extended?.groups, ...lexicon.groups };
  return [
    ...(lexicon.extends === "standard" && extended === undefined ? [nothingToExtend(lexicon.language, Object.keys(standard))] : []),
    ...[...phrasesOf(lexicon), ...negationOf(lexicon)].flatMap((placed) => unreadable(placed, groups)),
    ...twice(lexicon),
    ...leftOut(lexicon, extended),
  ];
}

function phrasesOf({ phrases }: Lexicon): PlacedPhrase[] {
  return Object.entries(phrases).flatMap(([label, weights]) =>
    Object.entries(weights ?? {}).flatMap(([weight, list]) =>
      list.map((phrase, index) => ({ phrase, path: ["phrases", label, weight, index] })),
    ),
  );
}

function negationOf({ negation }: Lexicon): PlacedPhrase[] {
  return negators.flatMap((key) => (negation?.[key] ?? []).map((phrase, index) => ({ phrase, path: ["negation", key, index] })));
}

function nothingToExtend(language: string, known: readonly string[]): Finding {
  return {
    code: "lexicon_invalid",
    message: `there is no standard lexicon of "${quotable(language)}" to extend`,
    path: "language",
    expected: `one of ${known.join(", ")}`,
    fix: didYouMean(language, known).fix ?? 'take "extends" out: the lexicon stands alone',
  };
}

function unreadable({ phrase, path }: PlacedPhrase, groups: NonNullable<Lexicon["groups"]>): Finding[] {
  const at = formatPath(path);
  const written = phrase.startsWith("!") ? phrase.slice(1) : phrase;
  const left = written.replace(/\{[^{}]*\}|\([^(){}]*\)/gu, " ");
  const [bracket] = /[(){}|]/u.exec(left) ?? [];
  if (bracket !== undefined && /[\p{L}\p{N}]/u.test(written)) {
    const nested = /\([^)]*[({]/u.test(written);
    const message = `"${quotable(phrase)}" has a "${bracket}" that ${nested ? "stands within another pair" : "has no other half"}`;
    const fix = nested ? "write the alternatives out: they can't stand within each other" : 'write alternatives as "(one|other)"';
    return [{ code: "lexicon-phrase-unreadable", message, path: at, fix }];
  }
  if (written.split(" & ").length > 2) {
    const message = `"${quotable(phrase)}" has more than one "&"`;
    const fix = "name two things that stand near each other, and the third in a phrase of its own";
    return [{ code: "lexicon-phrase-unreadable", message, path: at, fix }];
  }
  try {
    if (parsePhrase(written, groups).length > 0) return [];
  } catch (error) {
    if (!InvalidPolicyError.isInstance(error)) throw error;
    return error.findings.map((finding) => ({
      ...finding,
      path: at,
      ...(finding.code === "group_unknown" ? nearGroup(finding, groups) : {}),
    }));
  }
  return [
    {
      code: "lexicon-phrase-unreadable",
      message: `"${quotable(phrase)}" stands for no words`,
      path: at,
      fix: "write the words that it is to find",
    },
  ];
}

/** A group is quoted by the last quoted word of the message. */
function nearGroup({ message }: Finding, groups: NonNullable<Lexicon["groups"]>): Partial<Finding> {
  const names = Object.keys(groups);
  const fix = didYouMean(/"([^"]*)"$/u.exec(message)?.[1] ?? "", names).fix;
  const expected = names.length === 0 ? 'a group that the file has under "groups"' : `one of ${namesListed(names)}`;
  return { expected, fix: fix ?? 'add it under "groups"' };
}

function twice(lexicon: Lexicon): Finding[] {
  const seen = new Map<string, readonly (string | number)[]>();
  return phrasesOf(lexicon).flatMap(({ phrase, path }) => {
    const key = `${String(path[1])} ${phrase.toLowerCase()}`;
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, path);
      return [];
    }
    const [, label, weight] = path;
    const other = earlier[2] === weight ? "" : `, there with the weight ${String(earlier[2])}`;
    return [
      {
        code: "lexicon-phrase-twice",
        message: `"${quotable(phrase)}" stands twice under "${String(label)}": here and in ${formatPath(earlier)}${other}`,
        path: formatPath(path),
        fix: "keep one of the two",
      },
    ];
  });
}

function leftOut({ without = {}, language, phrases }: Lexicon, extended: Lexicon | undefined): Finding[] {
  return Object.entries(without).flatMap(([label, list]) => {
    const key = label as keyof typeof phrases;
    const known = Object.values(extended?.phrases[key] ?? {}).flat();
    return (list ?? []).flatMap((phrase, index): Finding[] => {
      if (known.includes(phrase)) return [];
      const path = formatPath(["without", label, index]);
      const code = "lexicon-without-unknown";
      if (extended === undefined)
        return [
          {
            code,
            message: `"${quotable(phrase)}" is left out of no lexicon`,
            path,
            fix: 'add "extends": "standard", or take "without" out',
          },
        ];
      const message = `the standard lexicon of "${quotable(language)}" has no phrase "${quotable(phrase)}" under "${quotable(label)}"`;
      return [{ code, message, path, ...didYouMean(phrase, known) }];
    });
  });
}
