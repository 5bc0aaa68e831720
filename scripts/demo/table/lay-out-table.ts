import stringWidth from "string-width";
import { fitWidth } from "./fit-width.js";

/** One column: its heading, the least width it can be read at, and how a cell is coloured once it is fitted. */
export interface Column<Row> {
  readonly heading: string;
  readonly least: number;
  readonly cell: (row: Row) => string;
  readonly paint?: (fitted: string, row: Row) => string;
}

const gap = "  ";

/** Lines of a table no wider than asked for: columns as wide as their content, the widest shortened first. */
export function layOutTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  width: number,
): { readonly head: string; readonly lines: readonly string[] } {
  const wanted = columns.map(({ heading, least, cell }) =>
    Math.max(least, stringWidth(heading), ...rows.map((row) => stringWidth(cell(row)))),
  );
  const widths = shortened(
    wanted,
    columns.map(({ least }) => least),
    width - gap.length * (columns.length - 1),
  );
  const line = (texts: readonly string[], paint: (text: string, index: number) => string): string =>
    texts.map((text, index) => paint(fitWidth(text, widths[index] ?? 0), index)).join(gap);
  return {
    head: line(
      columns.map(({ heading }) => heading),
      (text) => text,
    ),
    lines: rows.map((row) =>
      line(
        columns.map(({ cell }) => cell(row)),
        (text, index) => columns[index]?.paint?.(text, row) ?? text,
      ),
    ),
  };
}

function shortened(wanted: readonly number[], least: readonly number[], room: number): number[] {
  const widths = [...wanted];
  let over = widths.reduce((sum, width) => sum + width, 0) - room;
  while (over > 0) {
    const spare = widths.map((width, index) => width - (least[index] ?? 0));
    const most = Math.max(...spare);
    if (most <= 0) break;
    const widest = spare.indexOf(most);
    widths[widest] = (widths[widest] ?? 0) - 1;
    over -= 1;
  }
  return widths;
}
