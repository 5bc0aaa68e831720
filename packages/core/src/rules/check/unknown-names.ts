import type { Finding } from "../../errors/finding.js";
import { didYouMean } from "../../errors/nearest-word.js";
import { quotable } from "../../errors/quoted.js";
import type { PolicyVocabulary } from "../policy-vocabulary.js";

/** So many names are listed where no single one was probably meant. */
const listed = 12;

/** A fact that there is not: the one that was probably meant, or those beside it. */
export function factUnknown(name: string, { facts }: PolicyVocabulary): Finding {
  const known = Object.keys(facts);
  const what = { code: "fact_unknown", message: `there is no fact "${quotable(name)}"` };
  const meant = didYouMean(name, known);
  if (meant.fix !== undefined) return { ...what, ...meant };
  const [root = ""] = name.split(".");
  const beside = known.filter((fact) => fact.startsWith(`${root}.`));
  if (beside.length > 0) return { ...what, expected: `one of ${list(beside)}` };
  const last = name.slice(name.lastIndexOf(".") + 1);
  const alike = last === "" ? [] : known.filter((fact) => fact.endsWith(`.${last}`));
  if (alike.length > 0) return { ...what, expected: `a fact of the case, such as ${list(alike)}` };
  const roots = [...new Set(known.map((fact) => fact.split(".")[0] as string))];
  return { ...what, expected: `a name that begins with one of ${roots.join(", ")}` };
}

/** A parameter that the policy does not have. */
export function parameterUnknown(name: string, known: readonly string[]): Finding {
  const expected = known.length === 0 ? 'a name that stands under "parameters"' : `one of ${list(known)}`;
  const meant = didYouMean(name, known);
  return {
    code: "parameter_unknown",
    message: `the policy has no parameter "${quotable(name)}"`,
    ...(meant.fix === undefined ? { expected } : meant),
  };
}

function list(names: readonly string[]): string {
  return names.length > listed ? `${names.slice(0, listed).join(", ")} and ${names.length - listed} more` : names.join(", ");
}
