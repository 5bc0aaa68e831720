import { greatestWeight } from "./encode-rows.js";
import { findProfiles } from "./find-profiles.js";
import { issueOutputCount, modelOutputs } from "./model-outputs.js";
import type { ProfileBook, ProfileRows } from "./model-weights.js";
import { inSteps, stepOf } from "./pack-rows.js";
import { encodeBook, encodeProfileRows, finerSteps, profilesPerBook } from "./profile-rows.js";
import type { WeighedRows } from "./weighed-rows.js";

/** Rows of one kind, and in how many messages each stands. */
export interface UsedRows extends WeighedRows {
  readonly uses: Float64Array;
}

/** How many books the weights of issue types and those of feelings have. */
export interface BookCounts {
  readonly issues: number;
  readonly feelings: number;
}

/** Rows that share books of profiles, by name. */
export interface PackedProfiles {
  readonly books: readonly ProfileBook[];
  readonly rows: ReadonlyMap<string, ProfileRows>;
  readonly step: number;
}

const deviationsPerStep = 0.3;

/** Packs rows by books of profiles that all groups share. */
export function packProfiles(groups: ReadonlyMap<string, UsedRows>, counts: BookCounts): PackedProfiles {
  const outputs = modelOutputs.length;
  const lists = [...groups.values()];
  const step = stepOf(
    lists.map(({ values }) => values),
    deviationsPerStep,
  );
  const parts = [
    { from: 0, to: issueOutputCount, count: counts.issues },
    { from: issueOutputCount, to: outputs, count: counts.feelings },
  ];
  const found = parts.flatMap(({ from, to, count }) => {
    const values = joined(lists.map((rows) => columnsOf(rows.values, outputs, from, to)));
    const importance = joined(lists.map(({ uses }) => uses.map(Math.sqrt)));
    return findProfiles({ values, importance, width: to - from }, count, profilesPerBook).map((book) => ({ ...book, from, to }));
  });
  let start = 0;
  const rows = new Map<string, ProfileRows>();
  for (const [name, { keys }] of groups) {
    const end = start + keys.length;
    rows.set(
      name,
      encodeProfileRows(
        keys,
        found.map(({ codes }) => codes.subarray(start, end)),
      ),
    );
    start = end;
  }
  const books = found.map(({ profiles, from, to }) => encodeBook(from, to, inSteps(profiles, step / finerSteps, greatestWeight)));
  return { books, rows, step };
}

function columnsOf(values: Float64Array, outputs: number, from: number, to: number): Float64Array {
  const rows = values.length / outputs;
  const columns = new Float64Array(rows * (to - from));
  for (let row = 0; row < rows; row += 1) columns.set(values.subarray(row * outputs + from, row * outputs + to), row * (to - from));
  return columns;
}

function joined(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}
