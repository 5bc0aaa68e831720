import { lexiconLabels, lexiconSchema } from "@amends/core/classify/lexicon-check";
import { didYouMean, formatPath, type Finding } from "@amends/core/errors";
import type * as z from "zod";
import { shownValue, valueAt } from "../form-value.js";
import type { LocatedSource } from "../located-source.js";

const keysOfLexicon = Object.keys(lexiconSchema.shape);
const keysOfNegation = Object.keys(lexiconSchema.shape.negation.unwrap().shape);
const types: Readonly<Record<string, string>> = { string: "a text", array: "a list", object: "an object", record: "an object" };

type Issue = z.core.$ZodIssue;

/** What is wrong with the form of a lexicon, each at its place, with what was expected there. */
export function lexiconFormFindings(error: { readonly issues: readonly z.core.$ZodIssue[] }, source: LocatedSource): Finding[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(issue.path, key, source));
    if (issue.code === "invalid_key") return [wrongKey(issue.path, source)];
    return [wrongValue(issue, source)];
  });
}

function unknownKey(path: readonly PropertyKey[], key: string, source: LocatedSource): Finding {
  if (path[0] === "without") return wrongKey([...path, key], source);
  const known = path.length === 0 ? keysOfLexicon : keysOfNegation;
  const what = {
    code: "key_unknown",
    message: `${path.length === 0 ? "a lexicon" : "negation"} has no "${key}"`,
    expected: `one of ${known.filter((name) => name !== "$schema").join(", ")}`,
    ...didYouMean(key, known),
  };
  return source.finding([...path, key], what, "key");
}

/** A key that is no label where labels stand, or no weight where weights stand. */
function wrongKey(path: readonly PropertyKey[], source: LocatedSource): Finding {
  const key = String(path.at(-1));
  const code = "lexicon_invalid";
  if (path[0] === "phrases" && path.length === 3) {
    const what = { code, message: `"${key}" is no weight`, expected: "a weight from 1 to 9" };
    return source.finding(path, what, "key");
  }
  const own = path[0] === "phrases" ? ', or one of your own such as "own.battery_recall"' : "";
  const expected = `a label of the standard vocabulary${own}`;
  return source.finding(path, { code, message: `there is no label "${key}"`, expected, ...didYouMean(key, lexiconLabels) }, "key");
}

function wrongValue(issue: Issue, source: LocatedSource): Finding {
  const { path } = issue;
  const expected =
    issue.code === "invalid_type"
      ? types[issue.expected]
      : issue.code === "invalid_value"
        ? `one of ${issue.values.map((value) => JSON.stringify(value)).join(", ")}`
        : undefined;
  const name = formatPath(path) || "the file";
  const given = valueAt(source.value, path);
  const absent = path.length > 0 && given === undefined;
  const said = () => (expected === undefined ? `${name}: ${issue.message}` : `${name} can't be ${shownValue(given)}`);
  return source.finding(path, {
    code: "lexicon_invalid",
    message: absent ? `${name} is missing` : said(),
    ...(expected === undefined ? {} : { expected }),
  });
}
