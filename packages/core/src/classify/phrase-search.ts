import { bitOf } from "./bit-of.js";
import { includesBetween } from "./number-pool.js";
import { anywhere, endsHere, leadsOn, nodeLists, onlyEnd, packedGap, packedNode, withLeads } from "./packed-node.js";
import type { PackedTrie } from "./packed-trie.js";
import { rootChildren } from "./root-children.js";
import { FoundAlternatives } from "./found-alternatives.js";
import { ScratchNumbers } from "./scratch-numbers.js";
import type { Token } from "./token.js";
import { tokenSymbols, unknownToken } from "./token-symbols.js";

/** A phrase found: its number, and the tokens it spans, the last included. */
export interface PhraseHit {
  readonly end: number;
  readonly first: number;
  readonly last: number;
  /** Whether every token between belongs to it. */
  readonly contiguous: boolean;
}

/** Steps a text may cost at most; beyond, what is found so far stands. */
const mostSteps = 400_000;
const wordCost = 5;
const characterCost = 2;
/** Going through two to the power of so many numbers counts as a step. */
const numbersAStep = 5;

// Searches follow one another, and what each needs is larger than what it finds: they share it.
const anySymbol = new ScratchNumbers();
const tokenBits = new ScratchNumbers();

/** One search of one text. Each is done before the next begins. */
export class PhraseSearch {
  readonly #trie: PackedTrie;
  readonly #tokens: readonly Token[];
  /** By token: the place of what it is to the tree. */
  readonly #read: Int32Array;
  readonly #numbers: Int32Array;
  readonly #nodes: Int32Array;
  readonly #hits: PhraseHit[] = [];
  /** By token: the bits of its symbols. */
  readonly #bits: Int32Array;
  readonly #alternatives: FoundAlternatives;
  /** A bit for each symbol that some token has. */
  readonly #anySymbol: Int32Array;
  /** Whether alternatives are looked for, and not phrases. */
  #isChoosing = false;
  #first = 0;
  #steps = 0;

  constructor(trie: PackedTrie, tokens: readonly Token[], read: Int32Array) {
    this.#trie = trie;
    this.#tokens = tokens;
    this.#read = read;
    this.#numbers = trie.pool.numbers;
    this.#nodes = trie.nodes;
    this.#bits = tokenBits.ofLength(tokens.length);
    this.#alternatives = new FoundAlternatives(trie, tokens.length);
    this.#anySymbol = anySymbol.cleared(anySymbolBits / 32);
  }

  all(): PhraseHit[] {
    this.#lookAhead();
    for (let index = 0; index < this.#tokens.length; index += 1) {
      this.#first = index;
      // What a place costs where nothing starts counts too.
      this.#steps += 2;
      if (this.#steps > mostSteps) break;
      const own = this.#read[index] as number;
      if (own === unknownToken) continue;
      const numbers = this.#numbers;
      const from = own + tokenSymbols.first + (numbers[own + tokenSymbols.symbols] as number);
      const to = from + (numbers[own + tokenSymbols.fromRoot] as number);
      for (let at = from; at < to; at += 2) this.#begin(numbers[at] as number, numbers[at + 1] as number, index);
      this.#chooseFirst(index);
    }
    return this.#hits;
  }

  /** Finds which symbols and choices there are anywhere, so that no room is searched for what isn't there. */
  #lookAhead(): void {
    const { first: firstAlternatives, nodes: alternatives } = this.#alternatives;
    // The bits of all tokens come first: an alternative of several words is followed beyond its own token.
    for (let index = 0; index < this.#tokens.length; index += 1) {
      const own = this.#read[index] as number;
      this.#bits[index] = own === unknownToken ? 0 : (this.#numbers[own + tokenSymbols.bits] as number);
    }
    for (let index = 0; index < this.#tokens.length; index += 1) {
      firstAlternatives[index] = alternatives.length;
      const own = this.#read[index] as number;
      if (own === unknownToken) continue;
      const numbers = this.#numbers;
      const first = own + tokenSymbols.first;
      const end = first + (numbers[own + tokenSymbols.symbols] as number);
      for (let at = first; at < end; at += 1) {
        const symbol = numbers[at] as number;
        const place = (symbol & (anySymbolBits - 1)) >>> 5;
        this.#anySymbol[place] = (this.#anySymbol[place] as number) | bitOf(symbol);
      }
      const count = numbers[own + tokenSymbols.fromChoices] as number;
      if (count > 0) this.#lookForChoices(index, end + (numbers[own + tokenSymbols.fromRoot] as number), count);
    }
    firstAlternatives[this.#tokens.length] = alternatives.length;
  }

  /** Finds the alternatives that start at a token, and the choices they are of. */
  #lookForChoices(index: number, first: number, count: number): void {
    const numbers = this.#numbers;
    const start = this.#alternatives.nodes.length;
    this.#isChoosing = true;
    for (let at = first; at < first + count; at += 2) this.#begin(numbers[at] as number, numbers[at + 1] as number, index);
    this.#isChoosing = false;
    this.#alternatives.mark(index, start, first + count);
  }

  /** Arrives at a child of a root. Most go on by words alone, and by none that follows: to see that, the node isn't looked at. */
  #begin(child: number, words: number, index: number): void {
    const node = child >> withLeads.bits;
    if ((child & withLeads.leads) !== leadsOn.byWord) {
      this.#arrive(node, index, true);
      return;
    }
    const next = index + 1;
    this.#steps += 1;
    if (this.#steps > mostSteps || next >= this.#tokens.length || (words & (this.#bits[next] as number)) === 0) return;
    if ((this.#tokens[next] as Token).breakBefore === 0) this.#follow(node, next, true);
  }

  #visit(node: number, index: number, contiguous: boolean, adjacent: boolean): void {
    this.#steps += 1;
    if (this.#steps > mostSteps || index >= this.#tokens.length) return;
    const place = node * packedNode.size;
    const leads = this.#nodes[place + packedNode.leads] as number;
    const lists = this.#nodes[place + packedNode.lists] as number;
    if ((leads & leadsOn.byGap) !== 0) {
      const gaps = lists + nodeLists.first + (this.#numbers[lists + nodeLists.byChoice] as number);
      this.#leapAll(gaps, gaps + (this.#numbers[lists + nodeLists.byGap] as number), index, contiguous);
    }
    if (adjacent && (this.#tokens[index] as Token).breakBefore > 0) return;
    if ((leads & leadsOn.byWord) !== 0 && ((this.#nodes[place + packedNode.words] as number) & (this.#bits[index] as number)) !== 0)
      this.#follow(node, index, contiguous);
    if ((leads & leadsOn.byChoice) !== 0) {
      const choices = lists + nodeLists.first;
      this.#choose(choices, choices + (this.#numbers[lists + nodeLists.byChoice] as number), index, contiguous);
    }
  }

  /** Goes on by the word at a token. */
  #follow(node: number, index: number, contiguous: boolean): void {
    const { edges } = this.#trie;
    const numbers = this.#numbers;
    const own = this.#read[index] as number;
    const end = own + tokenSymbols.first + (numbers[own + tokenSymbols.symbols] as number);
    for (let at = own + tokenSymbols.first; at < end; at += 1) {
      const child = edges.childOf(node, numbers[at] as number);
      if (child >= 0) this.#arrive(child, index, contiguous);
      else if (child < -1) for (const each of edges.listOf(child)) this.#arrive(each, index, contiguous);
    }
  }

  /** Begins phrases with the alternatives that start at a token. */
  #chooseFirst(index: number): void {
    const numbers = this.#numbers;
    const { first, nodes, lasts } = this.#alternatives;
    const to = first[index + 1] as number;
    for (let at = first[index] as number; at < to; at += 1) {
      const last = lasts[at] as number;
      if (this.#steps > mostSteps) return;
      const choices = this.#nodes[(nodes[at] as number) * packedNode.size + packedNode.lists] as number;
      const list = choices + 1 + (numbers[choices] as number);
      const byChoice = list + rootChildren.first + (numbers[list + rootChildren.byWord] as number);
      const byGap = byChoice + (numbers[list + rootChildren.byChoice] as number);
      const others = byGap + (numbers[list + rootChildren.byGap] as number);
      const end = others + (numbers[list + rootChildren.others] as number);
      for (let other = others; other < end; other += 1) this.#arrive(numbers[other] as number, last, true);
      if (last + 1 >= this.#tokens.length) continue;
      this.#steps += 1 + ((others - list) >>> numbersAStep);
      this.#leapAll(byGap, others, last + 1, true);
      if ((this.#tokens[last + 1] as Token).breakBefore > 0) continue;
      this.#followFirst(list + rootChildren.first, byChoice, last + 1);
      this.#choose(byChoice, byGap, last + 1, true);
    }
  }

  /** Leaps over those gaps of a list behind which something of the text can follow. */
  #leapAll(from: number, to: number, index: number, contiguous: boolean): void {
    const numbers = this.#numbers;
    for (let gap = from; gap < to; ) {
      const choices = gap + packedGap.first;
      const symbols = choices + (numbers[gap + packedGap.choices] as number);
      const next = symbols + (numbers[gap + packedGap.symbols] as number);
      if (((numbers[gap + packedGap.node] as number) & 1) !== 0 || this.#isAnywhere(choices, symbols, next))
        this.#leap(gap, index, contiguous);
      gap = next;
    }
  }

  #followFirst(from: number, to: number, index: number): void {
    const numbers = this.#numbers;
    const bits = this.#bits[index] as number;
    if (bits === 0) return;
    for (let at = from; at < to; at += 2) if (((numbers[at + 1] as number) & bits) !== 0) this.#follow(numbers[at] as number, index, true);
  }

  /** Whether any of choices, and of the symbols behind them, is in the text. */
  #isAnywhere(choices: number, symbols: number, end: number): boolean {
    const numbers = this.#numbers;
    for (let at = choices; at < symbols; at += 1) if (this.#alternatives.startsAnywhere(numbers[at] as number)) return true;
    for (let at = symbols; at < end; at += 1) if (holds(this.#anySymbol, (numbers[at] as number) & (anySymbolBits - 1))) return true;
    return false;
  }

  /** Goes on by those choices of a list of which an alternative starts at a token. */
  #choose(from: number, to: number, index: number, contiguous: boolean): void {
    if (this.#alternatives.noneAt(index)) return;
    const numbers = this.#numbers;
    for (let at = from; at < to; at += 2) {
      const choice = numbers[at] as number;
      if (this.#alternatives.startsAt(index, choice)) this.#chooseOne(choice, numbers[at + 1] as number, index, contiguous);
    }
  }

  /** Goes on to a child by the alternatives of one choice that start at a token. */
  #chooseOne(choice: number, child: number, index: number, contiguous: boolean): void {
    const { first, nodes, lasts } = this.#alternatives;
    const to = first[index + 1] as number;
    for (let at = first[index] as number; at < to; at += 1) {
      const ends = this.#nodes[(nodes[at] as number) * packedNode.size + packedNode.ends] as number;
      if (
        ends < 0 ? onlyEnd(ends) === choice : includesBetween(this.#numbers, ends + 1, ends + 1 + (this.#numbers[ends] as number), choice)
      )
        this.#arrive(child, lasts[at] as number, contiguous);
    }
  }

  #arrive(node: number, last: number, contiguous: boolean): void {
    const leads = this.#nodes[node * packedNode.size + packedNode.leads] as number;
    if ((leads & endsHere) !== 0) {
      if (this.#isChoosing) {
        this.#alternatives.add(node, last);
      } else this.#end(this.#nodes[node * packedNode.size + packedNode.ends] as number, last, contiguous);
    }
    if ((leads & anywhere) !== 0) this.#visit(node, last + 1, contiguous, true);
  }

  #end(ends: number, last: number, contiguous: boolean): void {
    if (ends < 0) {
      this.#hits.push({ end: onlyEnd(ends), first: this.#first, last, contiguous });
      return;
    }
    const numbers = this.#numbers;
    const to = ends + (numbers[ends] as number);
    for (let at = ends + 1; at <= to; at += 1) this.#hits.push({ end: numbers[at] as number, first: this.#first, last, contiguous });
  }

  #leap(gap: number, from: number, contiguous: boolean): void {
    const behind = this.#numbers[gap + packedGap.node] as number;
    const node = behind >> 1;
    const words = this.#nodes[node * packedNode.size + packedNode.words] as number;
    const hasGap = (behind & 1) !== 0;
    let left = this.#numbers[gap + packedGap.reach] as number;
    for (let index = from; index < this.#tokens.length; index += 1) {
      const token = this.#tokens[index] as Token;
      if (token.breakBefore === 2) return;
      this.#steps += 1;
      if (this.#steps > mostSteps) return;
      if (hasGap || (words & (this.#bits[index] as number)) !== 0 || this.#anyStartsAt(index, gap))
        this.#visit(node, index, contiguous && index === from, false);
      left -= token.kind === "character" ? characterCost : wordCost;
      if (left < 0) return;
    }
  }

  /** Whether an alternative starts at a token by which the node behind a gap goes on. */
  #anyStartsAt(index: number, gap: number): boolean {
    if (this.#alternatives.noneAt(index)) return false;
    const first = gap + packedGap.first;
    const end = first + (this.#numbers[gap + packedGap.choices] as number);
    for (let at = first; at < end; at += 1) if (this.#alternatives.startsAt(index, this.#numbers[at] as number)) return true;
    return false;
  }
}

/** So many symbols stand for others too. */
const anySymbolBits = 2048;

function holds(bits: Int32Array, place: number): boolean {
  return ((bits[place >>> 5] as number) & (1 << (place & 31))) !== 0;
}
