import { requireList, requireObject } from "../../errors/require-argument.js";
import type { Lexicon } from "../lexicon.js";
import { lexiconLabels } from "../lexicon-labels.js";
import { readTicket } from "../read-ticket.js";
import { addEvidence } from "./add-evidence.js";
import { chooseColumns } from "./feature-matrix.js";
import { countUses, featurePlaces } from "./feature-places.js";
import type { LabelledMessage } from "./labelled-message.js";
import { messageFeatures } from "./message-features.js";
import { modelOutputs } from "./model-outputs.js";
import type { ModelWeights, ProfileRows } from "./model-weights.js";
import { packProfiles, type UsedRows } from "./pack-profiles.js";
import { packRows } from "./pack-rows.js";
import { solveWeights } from "./solve-weights.js";
import { conceptNames } from "./standard-concepts.js";
import { strongestGrams } from "./strongest-grams.js";
import { type WeighedRows, weighedRows } from "./weighed-rows.js";

/** How a model is trained. Every option has a default. */
export interface TrainingOptions {
  readonly name?: string;
  readonly version?: string;
  /** In how many messages of a language a run of characters must stand to be learnt, pairs of concepts in one more; 2 unless given. */
  readonly fewestMessages?: number;
  /** Runs of characters kept for each language: more is bigger and a little better; 8,800 unless given. */
  readonly gramsPerLanguage?: number;
  /** More keeps weights smaller, against learning by heart; 1.7 unless given. */
  readonly penalty?: number;
  /** Lexicons in place of, or beside, the standard ones, by language: the model learns what their points are worth. */
  readonly lexicons?: Readonly<Record<string, Lexicon>>;
  readonly sharpness?: Readonly<Record<string, number>>;
  readonly feelingSharpness?: number;
}

const defaultSharpness = 5;
const gramBooks = { issues: 5, feelings: 1 };
const pairBooks = { issues: 2, feelings: 1 };
const allPairs = "all";

/**
 * Trains a model. The same messages and options give the same weights.
 *
 * @example
 * import { trainModel } from "@amends/core/classify/model";
 * const weights = trainModel([{ text: "where is my parcel", language: "en", issueType: "logistics_tracking" }], { name: "ours" });
 * weights.name; // => "ours"
 */
export function trainModel(messages: readonly LabelledMessage[], options: TrainingOptions = {}): ModelWeights {
  requireList(messages, "messages");
  requireObject(options, "options");
  const { fewestMessages = 2, gramsPerLanguage = 8800, penalty = 1.7 } = options;
  const ruled = options.lexicons === undefined ? {} : { lexicons: options.lexicons };
  const rows = messages.map(({ text, language }) => {
    const points = readTicket({ text }, language, ruled).scores;
    return { ...messageFeatures(text, language, points), language };
  });
  const columns = chooseColumns(rows, { grams: fewestMessages, pairs: fewestMessages + 1 });
  const weights = solveWeights(rows, messages, columns, penalty);
  const grams = [...columns.grams].map(([language, own]) => {
    const spoken = messages.filter((message) => message.language === language);
    const lists = rows.filter((row) => row.language === language).map((row) => row.grams);
    const parting = weighedRows(weights, [own, "grams"], [columns.sharedGrams, "sharedGrams"]);
    const places = featurePlaces(lists, parting.keys);
    const strongest = strongestGrams(addEvidence(parting, spoken, places), places, gramsPerLanguage);
    return [language, withUses(strongest, lists)] as const;
  });
  const pairs = withUses(
    weighedRows(weights, [columns.pairs, "pairs"]),
    rows.map((row) => row.pairs),
  );
  const packedGrams = packProfiles(new Map(grams), gramBooks);
  const packedPairs = packProfiles(new Map([[allPairs, pairs]]), pairBooks);
  const concepts = packRows(weighedRows(weights, [columns.concepts, "concepts"]));
  const shape = packRows(weighedRows(weights, [columns.shape, "shape"]));
  const points = packRows(weighedRows(weights, [columns.points, "points"]));
  return {
    name: options.name ?? "own",
    version: options.version ?? "1",
    outputs: modelOutputs,
    conceptNames,
    steps: { grams: packedGrams.step, concepts: concepts.step, pairs: packedPairs.step, shape: shape.step, points: points.step },
    concepts: concepts.rows,
    pairBooks: packedPairs.books,
    pairs: packedPairs.rows.get(allPairs) as ProfileRows,
    shape: shape.rows,
    lexiconLabels,
    points: points.rows,
    gramBooks: packedGrams.books,
    grams: Object.fromEntries(packedGrams.rows),
    sharpness: options.sharpness ?? { und: defaultSharpness },
    feelingSharpness: options.feelingSharpness ?? defaultSharpness,
  };
}

function withUses(rows: WeighedRows, lists: readonly (readonly number[])[]): UsedRows {
  return { ...rows, uses: countUses(featurePlaces(lists, rows.keys), rows.keys.length) };
}
