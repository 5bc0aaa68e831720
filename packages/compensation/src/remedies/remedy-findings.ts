import { didYouMean, quotable, type Finding } from "@amends/core/errors";
import { remedyRequirements, tellingWord, type RemedyDefinition } from "./remedy-definition.js";

/** What is wrong with a host's list of remedies. */
export function listFindings(own: unknown): Finding[] {
  if (!Array.isArray(own)) return [{ ...invalid("remedies", "a list of remedies"), message: "this is no list of remedies" }];
  const remedies = own as readonly (Partial<RemedyDefinition> | null | undefined)[];
  const firstOf = new Map<unknown, number>();
  for (const [index, remedy] of remedies.entries()) if (!firstOf.has(remedy?.kind)) firstOf.set(remedy?.kind, index);
  return remedies.flatMap((remedy, index) => {
    const path = `remedies[${index}]`;
    const first = firstOf.get(remedy?.kind);
    const found = remedyFindings(remedy, path);
    if (found.length > 0 || first === index) return found;
    return [
      {
        code: "remedy_invalid",
        message: `remedies[${first}] is called "${quotable(String(remedy?.kind))}" too`,
        path: `${path}.kind`,
        expected: "a word that no other of them has",
        fix: "leave one of the two out, or call it something else",
      },
    ];
  });
}

function invalid(path: string, expected: string): Finding {
  return { code: "remedy_invalid", message: "this is no remedy", path, expected, fix: "make it with defineRemedy" };
}

function remedyFindings(remedy: Partial<RemedyDefinition> | null | undefined, path: string): Finding[] {
  const finding = (part: string, expected: string): Finding => invalid(`${path}.${part}`, expected);
  if (typeof remedy?.kind !== "string" || !/^[a-z][a-z0-9_]*$/.test(remedy.kind)) return [finding("kind", "lower-case words joined by _")];
  if (typeof remedy.gives?.safeParse !== "function") return [finding("gives", "a schema of what it gives")];
  const { requires, goodwill, paysBack, tellingKey } = remedy;
  return [
    ...(typeof tellingKey === "string" && tellingWord({ tellingKey }) !== ""
      ? []
      : [finding("tellingKey", `"remedy." and the word of the text that tells it, such as "remedy.${remedy.kind}"`)]),
    ...(["cost", "expected", "limit", "amounts"] as const)
      .filter((name) => typeof remedy[name] !== "function")
      .map((name) => finding(name, "a function")),
    ...(Array.isArray(requires)
      ? requires.flatMap((each, index) => requirementFindings(each, `${path}.requires[${index}]`))
      : [finding("requires", "a list")]),
    ...(Array.isArray(goodwill) ? [] : [finding("goodwill", "a list of keys of what it gives")]),
    ...(paysBack === null || paysBack === "part" || paysBack === "all" ? [] : [finding("paysBack", '"part", "all" or null')]),
  ];
}

function requirementFindings(requirement: unknown, path: string): Finding[] {
  if (remedyRequirements.some((known) => known === requirement)) return [];
  const meant = typeof requirement === "string" ? didYouMean(requirement, remedyRequirements) : {};
  return [{ ...invalid(path, "stock, payment_method or return"), message: "nobody knows whether this is there", ...meant }];
}
