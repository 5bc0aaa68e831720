import { numberFact } from "../facts/define-fact.js";
import type { FactDefinition } from "../facts/fact-definition.js";
import { type OwnLabel, ownLabelPattern } from "./lexicon-labels.js";
import type { Lexicon } from "./lexicon.js";
import type { TicketReading } from "./read-ticket.js";

/** The labels of a team's own that its lexicons give points to, in the order of the alphabet. */
export function ownLabelsOf(lexicons: Readonly<Record<string, Lexicon>> = {}): OwnLabel[] {
  const labels = Object.values(lexicons).flatMap(({ phrases }) => Object.keys(phrases).filter((label) => ownLabelPattern.test(label)));
  return [...new Set(labels)].sort() as OwnLabel[];
}

/** Their points as facts. */
export function ownLabelFacts(labels: readonly OwnLabel[]): Readonly<Record<string, FactDefinition<number>>> {
  return Object.fromEntries(
    labels.map((label) => [
      `scores.${label}`,
      numberFact({
        description: `Points of the phrases that speak for ${label}, a label of your own.`,
        example: 4,
        unit: "points",
        derive: (_, { context }) => (context as TicketReading).scores.get(label) ?? 0,
      }),
    ]),
  );
}
