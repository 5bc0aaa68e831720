/** Messages of one language: the columns of their grams, and the class of each; below 0 where it isn't known. */
export interface ClassedGrams {
  readonly messages: readonly (readonly number[])[];
  readonly classes: readonly number[];
  readonly columns: number;
  readonly classCount: number;
}

/** What a gram counts that never stood in a message of the class. */
const smoothing = 0.1;

/**
 * What each gram says of each class, column by column: the logarithm of how often it stands in messages of the class, as naive Bayes
 * has it, against the other classes and against what any gram says. A classifier that parts the messages it learns from gives all
 * weight to the few grams that part them best; this hears the many that each say a little, which is what is left where someone
 * writes of a thing in words of his own.
 */
export function gramEvidence({ messages, classes, columns, classCount }: ClassedGrams): Float64Array {
  const counts = new Float64Array(columns * classCount);
  const totals = new Float64Array(classCount);
  const uses = new Float64Array(columns);
  for (const [message, own] of messages.entries()) {
    const known = classes[message]!;
    if (known < 0) continue;
    totals[known]! += own.length;
    for (const column of own) {
      counts[column * classCount + known]! += 1;
      uses[column]! += 1;
    }
  }
  const present = [...totals.keys()].filter((index) => totals[index]! > 0);
  const logs = totals.map((total) => Math.log(total + smoothing * columns));
  const evidence = new Float64Array(counts.length);
  const sums = new Float64Array(classCount);
  for (let column = 0; column < columns; column += 1) {
    const from = column * classCount;
    let mean = 0;
    for (const index of present) {
      evidence[from + index] = Math.log(counts[from + index]! + smoothing) - logs[index]!;
      mean += evidence[from + index]! / present.length;
    }
    for (const index of present) {
      evidence[from + index]! -= mean;
      sums[index]! += uses[column]! * evidence[from + index]!;
    }
  }
  const all = uses.reduce((sum, count) => sum + count, 0);
  for (let column = 0; column < columns && all > 0; column += 1) {
    for (const index of present) evidence[column * classCount + index]! -= sums[index]! / all;
  }
  return evidence;
}
