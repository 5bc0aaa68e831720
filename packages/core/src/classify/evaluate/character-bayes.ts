/** Says which label a text most likely has. */
export interface CharacterBayes {
  /** The labels, likeliest first; none where nothing was learned. */
  rank(text: string): readonly string[];
}

const shortest = 2;
const longest = 4;
/** What a run counts that never stood in a text of the label. With 1, labels that have fewer texts are hardly ever answered. */
const smoothing = 0.1;

/**
 * A plain multinomial naive Bayes over the runs of two to four characters in a text, each counted once a text, with additive
 * smoothing: a baseline of a few lines that any model has to beat.
 */
export function trainCharacterBayes(examples: readonly { readonly text: string; readonly label: string }[]): CharacterBayes {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const counts = new Map<string, Float64Array>();
  const totals = new Float64Array(labels.length);
  const texts = new Float64Array(labels.length);
  for (const { text, label } of examples) {
    const number = numbers.get(label) as number;
    texts[number] = (texts[number] as number) + 1;
    for (const gram of gramsOf(text)) {
      const row = counts.get(gram) ?? new Float64Array(labels.length);
      counts.set(gram, row);
      row[number] = (row[number] as number) + 1;
      totals[number] = (totals[number] as number) + 1;
    }
  }
  const unseen = (counts.size + 1) * smoothing;
  return {
    rank: (text) => {
      const rows = [...gramsOf(text)].flatMap((gram) => counts.get(gram) ?? []);
      return labels
        .map((label, number) => {
          const total = (totals[number] as number) + unseen;
          const prior = Math.log((texts[number] as number) / examples.length);
          return { label, score: rows.reduce((sum, row) => sum + Math.log(((row[number] as number) + smoothing) / total), prior) };
        })
        .sort((left, right) => right.score - left.score)
        .map(({ label }) => label);
    },
  };
}

function gramsOf(text: string): Set<string> {
  const read = ` ${text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim()} `;
  const grams = new Set<string>();
  for (let length = shortest; length <= longest; length += 1) {
    for (let start = 0; start + length <= read.length; start += 1) grams.add(read.slice(start, start + length));
  }
  return grams;
}
