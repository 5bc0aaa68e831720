/** A place where two runtimes gave different answers. */
export interface AnswerDifference {
  /** The answer's name. */
  readonly answer: string;
  /** Where inside it, such as "reply.text"; empty where all of it differs or one of them lacks it. */
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

interface AnswerLine {
  readonly text: string;
  readonly value: unknown;
}

/**
 * What differs between the lines of two runs, by answer and path. Lines are compared as bytes; only those that aren't the same are
 * read. A line that isn't there on one side differs with its whole value.
 */
export function compareAnswers(expected: readonly string[], actual: readonly string[]): AnswerDifference[] {
  const [left, right] = [linesByName(expected), linesByName(actual)];
  const names = [...new Set([...left.keys(), ...right.keys()])];
  const differences = names.flatMap((answer) => {
    const [one, other] = [left.get(answer), right.get(answer)];
    if (one?.text === other?.text) return [];
    const found = [...differencesOf(one?.value, other?.value, "")].map((difference) => ({ answer, ...difference }));
    // The same members in another order: no path differs, the bytes do.
    return found.length > 0 ? found : [{ answer, path: "", expected: one?.text, actual: other?.text }];
  });
  const inAnotherOrder = differences.length === 0 && [...left.keys()].join("\n") !== [...right.keys()].join("\n");
  return inAnotherOrder ? [{ answer: "", path: "", expected: [...left.keys()], actual: [...right.keys()] }] : differences;
}

function linesByName(lines: readonly string[]): Map<string, AnswerLine> {
  const byName = new Map<string, AnswerLine>();
  for (const text of lines) {
    const { name, value } = JSON.parse(text) as { name: string; value: unknown };
    if (byName.has(name)) throw new Error(`the answer ${JSON.stringify(name)} comes twice`);
    byName.set(name, { text, value });
  }
  return byName;
}

function* differencesOf(expected: unknown, actual: unknown, path: string): Generator<Omit<AnswerDifference, "answer">> {
  if (Object.is(expected, actual)) return;
  if (!isContainer(expected) || !isContainer(actual) || Array.isArray(expected) !== Array.isArray(actual)) {
    yield { path, expected, actual };
    return;
  }
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    yield* differencesOf(expected[key], actual[key], Array.isArray(expected) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`);
  }
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
