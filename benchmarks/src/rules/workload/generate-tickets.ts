import type { RandomSequence } from "../../random-sequence.js";
import { numberAt } from "./number-at.js";
import { flagFacts, numberFacts, optionalFacts, textFacts, wordFacts } from "./ticket-facts.js";

/** A ticket as the engines read it: facts by name. A fact that isn't known is left out. */
export type Ticket = Readonly<Record<string, string | number | boolean>>;

const shareUnderway = 0.85;
const messageWords = "my parcel has been stuck for weeks and nobody answers please send a new one or refund the order I paid twice".split(
  " ",
);

/** How frequent each of `count` words is: the first the most. */
export function zipfWeights(count: number, skew: number): number[] {
  return Array.from({ length: count }, (_item, index) => 1 / (index + 1) ** skew);
}

/** Different tickets, the same for the same sequence. */
export function generateTickets(count: number, random: RandomSequence): Ticket[] {
  const tickets = Array.from({ length: count }, (_ticket, index) => generateTicket(index, random));
  // As they come in: parsed, so that texts that are equal aren't the same objects in memory by construction.
  return JSON.parse(JSON.stringify(tickets)) as Ticket[];
}

function generateTicket(index: number, random: RandomSequence): Ticket {
  const facts: [string, string | number | boolean][] = [];
  for (const { name, words, skew } of wordFacts) facts.push([name, random.pick(words, zipfWeights(words.length, skew))]);
  for (const fact of numberFacts) facts.push([fact.name, numberAt(fact, random.next())]);
  for (const { name, likelihood } of flagFacts) facts.push([name, random.chance(likelihood)]);
  for (const { name, words } of textFacts) {
    const text = Array.from({ length: random.whole(...words) }, () => random.pick(messageWords));
    facts.push([name, name === "orderId" ? `ORDER-${index}-${random.whole(10_000, 99_999)}` : text.join(" ")]);
  }
  const underway = random.chance(shareUnderway);
  return Object.fromEntries(facts.filter(([name]) => underway || !optionalFacts.has(name)));
}
