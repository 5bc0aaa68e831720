import { ScratchNumbers } from "./scratch-numbers.js";
import type { Token } from "./token.js";

/** How far gaps reach from the tokens of a text. */
export interface TokenReach {
  /** By token: the first one from it on with which a sentence begins, or how many tokens there are. */
  readonly ends: Int32Array;
  /** By token: what the tokens before it cost. A gap reaches tokens up to a cost. */
  readonly costs: Int32Array;
}

const wordCost = 5;
const characterCost = 2;

// Searches follow one another, and what each needs is larger than what it finds: they share it.
const sentenceEnds = new ScratchNumbers();
const costsBefore = new ScratchNumbers();

/** Good until the next call. */
export function reachOf(tokens: readonly Token[]): TokenReach {
  const ends = sentenceEnds.ofLength(tokens.length);
  const costs = costsBefore.ofLength(tokens.length);
  let cost = 0;
  let started = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const { kind, breakBefore } = tokens[index] as Token;
    if (breakBefore === 2) {
      ends.fill(index, started, index);
      ends[index] = index;
      started = index + 1;
    }
    costs[index] = cost;
    cost += kind === "character" ? characterCost : wordCost;
  }
  ends.fill(tokens.length, started, tokens.length);
  return { ends, costs };
}
