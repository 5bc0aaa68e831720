import type { Ordered } from "./ordered-values.js";

/**
 * Values that stand for all values of an ordered kind: each constant, some between each two neighbours, and some beyond the outermost.
 * No comparison with the constants tells another value from all of them; with `between` values in each gap, neither do comparisons of
 * that many facts with each other. Values shown rather come first: constants, then what lies between, negative ones last.
 */
export function representatives(
  ordered: Ordered,
  constants: readonly unknown[],
  between: number,
  allowed: (value: unknown) => boolean,
): readonly unknown[] {
  const read = constants.map(ordered.read).filter((place) => place !== undefined);
  const places = [...new Set(read)].sort((left, right) => left - right);
  if (places.length === 0) places.push(ordered.example);
  const first = places[0] as number;
  const last = places.at(-1) as number;
  const gaps = places.slice(1).flatMap((place, index) => inside(places[index] as number, place, between, ordered.step));
  const outside = Array.from({ length: between }, (_, index) => ordered.beyond * (index + 1)).flatMap((far) => [last + far, first - far]);
  const all = [...new Set([...places, ...gaps, ...outside])].filter((place) => Number.isFinite(place));
  return [...all.filter((place) => place >= 0), ...all.filter((place) => place < 0)]
    .map((place) => written(ordered, place))
    .filter((value) => value !== undefined && allowed(value));
}

/** A place that can't be written, such as a date beyond the calendar, is no value. */
function written(ordered: Ordered, place: number): unknown {
  try {
    return ordered.write(place);
  } catch {
    return undefined;
  }
}

function inside(from: number, to: number, count: number, step: number | undefined): number[] {
  if (step !== undefined || to - from > count) {
    const width = step ?? 1;
    const start = Math.floor(from / width) * width + width;
    return Array.from({ length: count }, (_, index) => start + index * width).filter((place) => place > from && place < to);
  }
  return Array.from({ length: count }, (_, index) => rounded(from + ((to - from) * (index + 1)) / (count + 1), from, to, count)).filter(
    (place) => place > from && place < to,
  );
}

/** The number with the fewest digits that still lies apart from its neighbours. */
function rounded(place: number, from: number, to: number, count: number): number {
  const room = (to - from) / (2 * (count + 1));
  for (let digits = 0; digits < 16; digits += 1) {
    const near = Number(place.toFixed(digits));
    if (Math.abs(near - place) < room && near > from && near < to) return near;
  }
  return place;
}
