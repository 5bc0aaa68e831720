import type { FeatureColumns, FeatureRow, FeatureScales } from "./feature-matrix.js";

/** The columns without the grams that say least: those whose weights are small, or that stand in few messages. */
export function keepStrongGrams(
  columns: FeatureColumns,
  weights: Float64Array,
  rows: readonly FeatureRow[],
  outputScales: readonly FeatureScales[],
  perLanguage: number,
): FeatureColumns {
  const outputs = outputScales.length;
  const strengthOf = (own: number, shared: number | undefined, messages: number): number => {
    let sum = 0;
    for (const [output, scales] of outputScales.entries()) {
      const weight =
        scales.grams * weights[own * outputs + output]! +
        (shared === undefined ? 0 : scales.sharedGrams * weights[shared * outputs + output]!);
      sum += weight * weight;
    }
    return sum * messages;
  };
  const kept = new Map<string, number[]>();
  for (const [language, own] of columns.grams) {
    const messages = new Map<number, number>();
    for (const row of rows) if (row.language === language) for (const key of row.grams) messages.set(key, (messages.get(key) ?? 0) + 1);
    const ranked = [...own].map(
      ([key, column]) => [key, strengthOf(column, columns.sharedGrams.get(key), messages.get(key) ?? 0)] as const,
    );
    ranked.sort(([leftKey, left], [rightKey, right]) => right - left || leftKey - rightKey);
    kept.set(
      language,
      ranked
        .slice(0, perLanguage)
        .map(([key]) => key)
        .sort((left, right) => left - right),
    );
  }
  let count = 0;
  const renumber = (keys: Iterable<number>): Map<number, number> => new Map([...keys].map((key) => [key, count++]));
  const grams = new Map([...kept].map(([language, keys]) => [language, renumber(keys)]));
  const everyKept = new Set([...kept.values()].flat());
  const sharedGrams = renumber([...columns.sharedGrams.keys()].filter((key) => everyKept.has(key)));
  const concepts = renumber(columns.concepts.keys());
  const pairs = renumber(columns.pairs.keys());
  const shape = renumber(columns.shape.keys());
  const points = renumber(columns.points.keys());
  return { grams, sharedGrams, concepts, pairs, shape, points, count };
}
