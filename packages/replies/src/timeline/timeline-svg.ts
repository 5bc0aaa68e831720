import { requireObject } from "@amends/core/errors";
import type { Timeline, TimelineStep } from "./render-timeline.js";

const rowHeight = 56;
const top = 44;
const axis = 16;
const textStart = 40;
const fontSize = 14;
const detailSize = 12;
const smallest = 160;

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
  requireObject(timeline, "timeline");
  const { steps, title, language, rightToLeft } = timeline;
  const height = top + Math.max(1, steps.length) * rowHeight;
  const width =
    Math.max(
      smallest,
      widthOf(title, fontSize),
      ...steps.flatMap(({ label, when, place, partyLabel }) => [
        widthOf(label, fontSize),
        widthOf(detail(when, place, partyLabel), detailSize),
      ]),
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
    `<text x="${x(textStart)}" y="${y + 23}" fill="currentColor" fill-opacity="0.72" font-size="${detailSize}">${escape(detail(when, place, partyLabel))}</text>`,
    "</g>",
  ].join("");
}

function detail(when: string, place: string | null, party: string): string {
  return [when, place, party].filter((part) => part !== null && part !== "").join(" · ");
}

/** Widths of characters in ems, as bold system fonts have them at most: the first that fits counts. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/\p{M}/u, 0],
  [/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\uff00-\uff60]/u, 1],
  [/[\sijlftI.,:;·'’|!()[\]]/u, 0.36],
  [/[mwMW@%–—]/u, 0.9],
  [/\p{Lu}/u, 0.7],
];
const ordinaryWidth = 0.58;

/** The estimated width of a text in pixels. */
function widthOf(text: string, size: number): number {
  const ems = Array.from(text).reduce((sum, each) => sum + (widths.find(([pattern]) => pattern.test(each))?.[1] ?? ordinaryWidth), 0);
  return Math.ceil(ems * size);
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}
