import { lexiconLabels, lexiconSchema } from "@amends/core/classify/lexicon-check";
import { draft, reference, schemaAddress, type JsonSchema } from "./json-schema.js";
import { schemaOf } from "./schema-of.js";

const phrases =
  "Words separated by spaces: word* is any word that begins so, (one|other) and {group} are alternatives, ~ leaves room for up to three words.";

/** What editors say of each key. */
const descriptions: Readonly<Record<string, string>> = {
  language: "An ISO 639-1 code, such as en.",
  extends: "standard: the phrases stand beside those of the language's standard lexicon; without it, in their place.",
  without: "Phrases of the standard lexicon that are not to count, by label.",
  groups: "Named alternatives, quoted in phrases as {name}; with an empty one among them the group may be left out.",
  diacritics: "strict: a word typed with diacritics must have the phrase's own.",
  spellings: "Other spellings of letters, such as ä written ae.",
  proclitics: "What may stand before a word, written together with it.",
  enclitics: "What may stand behind a word, written together with it.",
  negation: "The words that take a phrase back, and how far they reach. Default with extends: those of the standard lexicon.",
  phrases: "Phrases by what they speak for and how many points each gives, from 1 to 9. A label of your own begins with own.",
};

/**
 * The JSON Schema (draft-07) of lexicon files, for editors: it completes the labels, and says what each key means.
 *
 * @example
 * import { lexiconJsonSchema } from "@amends/rule-tools";
 * lexiconJsonSchema()["title"]; // => "Amends lexicon"
 */
export function lexiconJsonSchema(): JsonSchema {
  const schema = schemaOf(lexiconSchema) as JsonSchema & { properties: Readonly<Record<string, JsonSchema>> };
  const { phrases: written = {} } = schema.properties;
  const { additionalProperties: weighted, propertyNames: labels } = written;
  const properties = Object.entries({
    ...schema.properties,
    phrases: {
      type: "object",
      propertyNames: labels,
      properties: Object.fromEntries(lexiconLabels.map((label) => [label, reference("weighted")])),
      additionalProperties: reference("weighted"),
    },
  }).map(([key, value]) => [key, key in descriptions ? { ...value, description: descriptions[key] } : value]);
  return {
    $schema: draft,
    $id: schemaAddress("lexicon"),
    title: "Amends lexicon",
    ...schema,
    properties: Object.fromEntries(properties),
    definitions: { weighted: { ...(weighted as JsonSchema), description: `Phrases by their points. ${phrases}` } },
  };
}
