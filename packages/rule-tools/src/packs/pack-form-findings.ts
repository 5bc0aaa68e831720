import { didYouMean, formatPath, type Finding } from "@amends/core/errors";
import { factPackSchema } from "@amends/core/packs";
import * as z from "zod";
import { shownValue, valueAt } from "../form-value.js";
import type { LocatedSource } from "../located-source.js";

const { shape } = factPackSchema(z.unknown());
const keysOfPack = Object.keys(shape);
const keysOfFact = Object.keys(shape.facts.element.shape);

const types: Readonly<Record<string, string>> = { string: "a text", array: "a list", object: "an object" };

/** What is wrong with the form of a pack, each at its place, with what was expected there. */
export function packFormFindings(error: { readonly issues: readonly z.core.$ZodIssue[] }, source: LocatedSource): Finding[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path as readonly (string | number)[];
    if (issue.code === "unrecognized_keys") {
      const known = path.length === 0 ? keysOfPack : keysOfFact;
      const what = path.length === 0 ? "a pack" : "a fact";
      return issue.keys.map((key) =>
        source.finding(
          [...path, key],
          {
            code: "key_unknown",
            message: `${what} has no "${key}"`,
            expected: `one of ${known.filter((name) => name !== "$schema").join(", ")}`,
            ...didYouMean(key, known),
          },
          "key",
        ),
      );
    }
    const expected =
      issue.code === "invalid_type"
        ? types[issue.expected]
        : issue.code === "invalid_value"
          ? `one of ${issue.values.join(", ")}`
          : undefined;
    const name = formatPath(path) || "the file";
    const absent = path.length > 0 && valueAt(source.value, path) === undefined;
    const said = () => (expected === undefined ? issue.message : `can't be ${shownValue(valueAt(source.value, path))}`);
    const message = `${name} ${absent ? "is missing" : said()}`;
    return [source.finding(path, { code: "pack_invalid", message, ...(expected === undefined ? {} : { expected }) })];
  });
}
