import type { Timeline, TimelineStep } from "./render-timeline.js";

const rowHeight = 56;
const top = 44;
const axis = 16;
const textStart = 40;
const fontSize = 14;
const smallest = 280;

/**
 * A timeline as one self-contained SVG: as wide as its container up to its natural width, readable on dark and on light, with a
 * title and a description for screen readers. Every text is escaped.
 *
 * @example
 * import { renderTimeline, timelineSvg } from "@amends/replies";
 * const timeline = renderTimeline({ events: [{ at: "2026-01-27T08:00:00Z", status: "in_transit" }] }, { language: "en" });
 * timelineSvg(timeline).startsWith("<svg "); // => true
 */
export function timelineSvg(timeline: Timeline): string {
  const { steps, title, language, rightToLeft } = timeline;
  const height = top + Math.max(1, steps.length) * rowHeight;
  const width =
    Math.max(
      smallest,
      ...[title, ...steps.flatMap(({ label, when, place, partyLabel }) => [label, detail(when, place, partyLabel)])].map(widthOf),
    ) +
    textStart +
    axis;
  const x = (from: number) => (rightToLeft ? width - from : from);
  const rows = steps.map((step, index) => row(step, index, index === steps.length - 1, x));
  const line =
    steps.length < 2
      ? ""
      : `<line x1="${x(axis)}" y1="${top + 10}" x2="${x(axis)}" y2="${top + 10 + (steps.length - 1) * rowHeight}" stroke="currentColor" stroke-opacity="0.35" stroke-width="2"/>`;
  const direction = rightToLeft ? ' direction="rtl"' : "";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="${escape(language)}" aria-label="${escape(title)}" viewBox="0 0 ${width} ${height}" width="100%" style="max-width:${width}px;color:CanvasText;color-scheme:light dark" font-family="system-ui, sans-serif" font-size="${fontSize}"${direction}>`,
    `<title>${escape(title)}</title>`,
    `<desc>${escape(timeline.lines.join("\n"))}</desc>`,
    `<text x="${x(axis - 8)}" y="22" fill="currentColor" font-weight="600">${escape(title)}</text>`,
    line,
    ...rows,
    "</svg>",
  ].join("");
}

function row({ label, when, place, partyLabel, party }: TimelineStep, index: number, last: boolean, x: (from: number) => number): string {
  const y = top + 10 + index * rowHeight;
  const dot = last
    ? `<circle cx="${x(axis)}" cy="${y}" r="7" fill="currentColor"/>`
    : `<circle cx="${x(axis)}" cy="${y}" r="6" fill="Canvas" stroke="currentColor" stroke-width="2"/>`;
  return [
    `<g data-party="${escape(party)}">`,
    dot,
    `<text x="${x(textStart)}" y="${y + 4}" fill="currentColor"${last ? ' font-weight="600"' : ""}>${escape(label)}</text>`,
    `<text x="${x(textStart)}" y="${y + 23}" fill="currentColor" fill-opacity="0.72" font-size="12">${escape(detail(when, place, partyLabel))}</text>`,
    "</g>",
  ].join("");
}

function detail(when: string, place: string | null, party: string): string {
  return [when, place, party].filter((part) => part !== null && part !== "").join(" · ");
}

/** A generous estimate: East Asian characters take a full em, others about six tenths. */
function widthOf(text: string): number {
  return Math.ceil(Array.from(text).reduce((width, character) => width + (character > "\u2e80" ? fontSize : fontSize * 0.6), 0));
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}
