/** A half-open stretch `[start, end)` of seconds of a day or of epoch milliseconds. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The union: sorted, without empty, overlapping or touching spans. */
export function uniteSpans(spans: readonly Span[]): Span[] {
  const united: { start: number; end: number }[] = [];
  for (const { start, end } of spans.filter((span) => span.start < span.end).sort((left, right) => left.start - right.start)) {
    const last = united.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else united.push({ start, end });
  }
  return united;
}

/** What of `spans` lies outside every one of `removed`. Both are sorted and without overlaps, as `uniteSpans` gives them. */
export function subtractSpans(spans: readonly Span[], removed: readonly Span[]): Span[] {
  const left: Span[] = [];
  let first = 0;
  for (const span of spans) {
    while (first < removed.length && (removed[first] as Span).end <= span.start) first += 1;
    let start = span.start;
    for (let index = first; index < removed.length && (removed[index] as Span).start < span.end; index += 1) {
      const hole = removed[index] as Span;
      if (hole.start > start) left.push({ start, end: hole.start });
      start = hole.end;
    }
    if (start < span.end) left.push({ start, end: span.end });
  }
  return left;
}

/** What of `spans` lies inside `[start, end)`. */
export function clipSpans(spans: readonly Span[], start: number, end: number): Span[] {
  return spans
    .map((span) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end) }))
    .filter((span) => span.start < span.end);
}
