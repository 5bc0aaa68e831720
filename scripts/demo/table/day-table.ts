import type { Overview } from "../wording/overview.js";
import { layOutTable, type Column } from "./lay-out-table.js";
import type { Paint } from "./paint.js";

/** Below this many cells each case takes two lines. */
const oneLineWidth = 150;

/** The day as a table of one line a case, or two where the terminal is narrow. */
export function dayTable(rows: readonly Overview[], width: number, paint: Paint): readonly string[] {
  const [what, decided] = columns(paint);
  if (width >= oneLineWidth) {
    const { head, lines } = layOutTable([...what, ...decided], rows, width);
    return [paint("bold", head), ...lines];
  }
  const first = layOutTable(what, rows, width);
  const second = layOutTable([{ heading: "", least: 5, cell: () => "" }, ...decided], rows, width);
  return [
    paint("bold", first.head),
    paint("bold", second.head),
    ...rows.flatMap((_row, index) => [first.lines[index] ?? "", paint("dim", second.lines[index] ?? "")]),
  ];
}

function columns(paint: Paint): readonly [readonly Column<Overview>[], readonly Column<Overview>[]] {
  return [
    [
      { heading: "UTC", least: 5, cell: ({ arrivedAt }) => arrivedAt, paint: (text) => paint("dim", text) },
      { heading: "Case", least: 14, cell: ({ id }) => id },
      { heading: "Sender", least: 8, cell: ({ sender, country }) => `${country} ${sender.replaceAll(/\s+/g, " ")}` },
      { heading: "Lang", least: 4, cell: ({ language }) => language },
      { heading: "Came by", least: 8, cell: ({ cameBy }) => cameBy },
      { heading: "Issue", least: 12, cell: ({ issue }) => issue },
      {
        heading: "Mood",
        least: 8,
        cell: ({ mood }) => mood,
        paint: (text, { mood }) => (mood === "angry" ? paint("red", text) : mood === "positive" ? paint("green", text) : text),
      },
      {
        heading: "Risk",
        least: 6,
        cell: ({ risk }) => risk,
        paint: (text, { risk }) => (risk === "high" ? paint("red", text) : risk === "review" ? paint("yellow", text) : text),
      },
    ],
    [
      { heading: "Answer by", least: 13, cell: ({ answerBy }) => answerBy },
      { heading: "because of", least: 10, cell: ({ rule }) => rule },
      { heading: "Who", least: 8, cell: ({ who }) => who },
      { heading: "Offer", least: 14, cell: ({ offer }) => offer },
    ],
  ];
}
