import stringWidth from "string-width";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A text as wide as asked for in terminal cells: cut with an ellipsis or padded with spaces. East Asian characters take two cells. */
export function fitWidth(text: string, width: number): string {
  const taken = stringWidth(text);
  if (taken <= width) return text + " ".repeat(width - taken);
  const kept: string[] = [];
  let room = width - 1;
  for (const { segment } of graphemes.segment(text)) {
    room -= stringWidth(segment);
    if (room < 0) break;
    kept.push(segment);
  }
  const cut = `${kept.join("")}…`;
  return cut + " ".repeat(Math.max(0, width - stringWidth(cut)));
}
