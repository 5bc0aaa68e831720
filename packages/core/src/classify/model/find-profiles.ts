/** Vectors of one width, one after another, and how much each counts. */
export interface Vectors {
  readonly values: Float64Array;
  readonly importance: Float64Array;
  readonly width: number;
}

/** The profiles of one book, one after another, and which of them each vector has. */
export interface FoundProfiles {
  readonly profiles: Float64Array;
  readonly codes: Uint8Array;
}

const rounds = 8;
/** Profiles are sought among so many vectors, evenly picked. */
const mostSought = 30_000;

/**
 * Books of profiles whose sums come close to the vectors: the first book by k-means, each later one from what the books before it
 * leave. The same vectors give the same books; profiles that many vectors have come first.
 */
export function findProfiles(vectors: Vectors, books: number, profilesPerBook: number): FoundProfiles[] {
  const rest = { ...vectors, values: vectors.values.slice() };
  return Array.from({ length: books }, () => {
    const found = inOrderOfUse(oneBook(rest, profilesPerBook), vectors.width);
    for (const [row, code] of found.codes.entries()) {
      for (let index = 0; index < vectors.width; index += 1) {
        rest.values[row * vectors.width + index]! -= found.profiles[code * vectors.width + index]!;
      }
    }
    return found;
  });
}

function oneBook({ values, importance, width }: Vectors, most: number): FoundProfiles {
  const count = importance.length;
  const picked = evenly(count, Math.min(count, mostSought));
  const size = Math.min(most, count);
  const profiles = new Float64Array(size * width);
  for (const [place, pick] of evenly(picked.length, size).entries()) {
    const row = picked[pick]!;
    profiles.set(values.subarray(row * width, (row + 1) * width), place * width);
  }
  for (let round = 0; round < rounds; round += 1) {
    const nearest = nearestProfiles(values, picked, profiles, width);
    const sums = new Float64Array(size * width);
    const weights = new Float64Array(size);
    for (const [place, row] of picked.entries()) {
      const profile = nearest[place]!;
      weights[profile]! += importance[row]!;
      for (let index = 0; index < width; index += 1) sums[profile * width + index]! += importance[row]! * values[row * width + index]!;
    }
    for (let profile = 0; profile < size; profile += 1) {
      if (weights[profile] === 0) continue;
      for (let index = 0; index < width; index += 1) profiles[profile * width + index] = sums[profile * width + index]! / weights[profile]!;
    }
  }
  return { profiles, codes: nearestProfiles(values, evenly(count, count), profiles, width) };
}

function evenly(count: number, picks: number): Int32Array {
  return Int32Array.from({ length: picks }, (_, pick) => Math.floor((pick * count) / picks));
}

function nearestProfiles(values: Float64Array, rows: Int32Array, profiles: Float64Array, width: number): Uint8Array {
  const size = profiles.length / width;
  const halfSquares = new Float64Array(size);
  for (let profile = 0; profile < size; profile += 1) {
    let squares = 0;
    for (let index = 0; index < width; index += 1) squares += profiles[profile * width + index]! ** 2;
    halfSquares[profile] = squares / 2;
  }
  const nearest = new Uint8Array(rows.length);
  const own = new Float64Array(width);
  for (const [place, row] of rows.entries()) {
    own.set(values.subarray(row * width, (row + 1) * width));
    let best = Number.POSITIVE_INFINITY;
    for (let profile = 0, at = 0; profile < size; profile += 1) {
      let distance = halfSquares[profile]!;
      for (let index = 0; index < width; index += 1, at += 1) distance -= own[index]! * profiles[at]!;
      if (distance < best) {
        best = distance;
        nearest[place] = profile;
      }
    }
  }
  return nearest;
}

function inOrderOfUse({ profiles, codes }: FoundProfiles, width: number): FoundProfiles {
  const uses = new Array<number>(width === 0 ? 0 : profiles.length / width).fill(0);
  for (const code of codes) uses[code]! += 1;
  const order = uses.map((_, profile) => profile).sort((left, right) => uses[right]! - uses[left]! || left - right);
  const sorted = new Float64Array(profiles.length);
  const placeOf = new Uint8Array(order.length);
  for (const [place, profile] of order.entries()) {
    placeOf[profile] = place;
    sorted.set(profiles.subarray(profile * width, (profile + 1) * width), place * width);
  }
  return { profiles: sorted, codes: codes.map((code) => placeOf[code]!) };
}
