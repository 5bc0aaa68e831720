import { distinct } from "./distinct.js";
import monthNames from "./month-names.json" with { type: "json" };

const names = [...new Set(Object.values(monthNames).flatMap((list) => list.split("|")))];
/** What the names begin with, in two letters. */
const beginnings = [...new Set(names.map((name) => name.slice(0, 2).replaceAll(".", "\\.")))].join("|");
const months = names
  .sort((left, right) => right.length - left.length)
  .map((name) => name.replaceAll(".", "\\."))
  .join("|");
const year = "(?:,? ?(?:de |del |г\\. ?)?(?:20|25)\\d{2})?";
const dayEnd = "\\d(?:st|nd|rd|th|er|º|ª|\\.)?";
const day = `[0-3]?${dayEnd}`;

/** What a text has at least where the expressions beside it find something. */
const apart = /\d[-/.]\d/;
const dayFirst = new RegExp(`${dayEnd} (?:of |de |d'|di |da )?(?:${beginnings})`, "iu");

const expressions: readonly (readonly [sign: RegExp, dates: readonly RegExp[]])[] = [
  [
    apart,
    [
      /(?<![\d./-])(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?![\d/-])/gu,
      /(?<![\d./-])(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.](?:(?:19|20)\d{2}|\d{2})(?![\d/-])/gu,
      /(?<![\d./$€£¥-])(?!24\/7)(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|[12]\d|3[01])(?![\d/.,%-])/gu,
    ],
  ],
  [/月/, [/(?:(?:19|20)\d{2}年 ?)?\d{1,2}月 ?\d{1,2}[日号號]/gu]],
  [/월/, [/(?:(?:19|20)\d{2}년 ?)?\d{1,2}월 ?\d{1,2}일/gu]],
  [/tháng/iu, [/(?:ngày )?\d{1,2} tháng \d{1,2}(?: năm \d{4})?/giu]],
  [dayFirst, [new RegExp(`(?<![\\p{L}\\d.,])${day} (?:of |de |d'|di |da )?(?:${months})(?!\\p{L})${year}`, "giu")]],
  [
    new RegExp(` (?=\\d)(?<=(?:${months})\\.? )`, "iu"),
    [new RegExp(`(?<![\\p{L}])(?:${months})\\.? [0-3]?\\d(?:st|nd|rd|th)?(?!\\d)${year}`, "giu")],
  ],
];

const anyDigit = /\d/;

/** The dates a text names, as they are written, in the order of the text; the longest where two overlap. */
export function extractDates(parts: readonly string[]): string[] {
  return distinct(parts.filter((part) => anyDigit.test(part)).flatMap(datesOf));
}

function datesOf(part: string): string[] {
  const found: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  for (const [sign, dates] of expressions) {
    if (!sign.test(part)) continue;
    for (const expression of dates)
      for (let match = expression.exec(part); match !== null; match = expression.exec(part))
        found.push({ from: match.index, to: match.index + match[0].length, text: match[0].trim() });
  }
  if (found.length < 2) return found.map(({ text }) => text);
  found.sort((left, right) => left.from - right.from || right.to - left.to);
  let end = -1;
  return found.flatMap(({ from, to, text }) => {
    if (from < end) return [];
    end = to;
    return [text];
  });
}
