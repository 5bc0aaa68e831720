import type { EvidenceSpan } from "@amends/core/model";
import { readable } from "../wording/readable.js";
import { html, type Html } from "./html.js";

/** A text with the phrases marked that speak for its labels, each mark telling its labels. */
export function highlighted(text: string, evidence: readonly EvidenceSpan[]): Html {
  const spans = evidence.filter(({ start, end }) => start >= 0 && end > start && end <= text.length);
  const borders = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((one, other) => one - other);
  const pieces = borders.slice(0, -1).map((from, index) => {
    const to = borders[index + 1] ?? text.length;
    const labels = [...new Set(spans.filter(({ start, end }) => start <= from && end >= to).map(({ label }) => label))];
    return { piece: text.slice(from, to), labels: labels.map(readable).join(", ") };
  });
  return html`${merged(pieces).map(({ piece, labels }) => (labels === "" ? piece : html`<mark title="${labels}">${piece}</mark>`))}`;
}

interface Piece {
  readonly piece: string;
  readonly labels: string;
}

function merged(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.reduce<Piece[]>((before, next) => {
    const last = before.at(-1);
    if (last?.labels !== next.labels) return [...before, next];
    return [...before.slice(0, -1), { piece: last.piece + next.piece, labels: last.labels }];
  }, []);
}
