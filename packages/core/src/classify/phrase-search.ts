import { anywhereBits, anywhereBitOfSymbol, hasBit } from "./anywhere-bits.js";
import { bitOf } from "./bit-of.js";
import { includesBetween } from "./number-pool.js";
import { packedAlternative } from "./packed-alternative.js";
import { anywhere, endsHere, gapInList, leadsOn, nodeLists, onlyEnd, packedGap, packedNode, withLeads } from "./packed-node.js";
import type { PackedTrie } from "./packed-trie.js";
import { FoundAlternatives } from "./found-alternatives.js";
import { ScratchNumbers } from "./scratch-numbers.js";
import type { Token } from "./token.js";
import { childSize, tokenSymbols, unknownToken } from "./token-symbols.js";

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

// Searches follow one another, and what each needs is larger than what it finds: they share it.
const anywhereInText = new ScratchNumbers();
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
  /** The bits of symbols and choices that some token has: see {@link anywhereBits}. */
  readonly #anywhere: Int32Array;
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
    this.#anywhere = anywhereInText.cleared(anywhereBits.firstWordOfChoices + ((trie.choiceCount + 31) >>> 5));
    this.#alternatives = new FoundAlternatives(trie, tokens.length, this.#anywhere);
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
      for (let at = from; at < to; at += childSize.ofRoot) this.#begin(numbers[at] as number, numbers[at + 1] as number, index);
      this.#chooseFirst(index);
    }
    return this.#hits;
  }

  /** Finds which symbols and choices there are anywhere, so that no room is searched for what isn't there. */
  #lookAhead(): void {
    const { first: firstAlternatives, places: alternatives } = this.#alternatives;
    const found = this.#anywhere;
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
        const bit = anywhereBitOfSymbol(numbers[at] as number);
        found[bit >>> 5] = (found[bit >>> 5] as number) | bitOf(bit);
      }
      const count = numbers[own + tokenSymbols.fromChoices] as number;
      if (count > 0) this.#lookForChoices(index, end + (numbers[own + tokenSymbols.fromRoot] as number), count);
    }
    firstAlternatives[this.#tokens.length] = alternatives.length;
  }

  /** Finds the alternatives that start at a token, and the choices they are of. */
  #lookForChoices(index: number, first: number, count: number): void {
    const numbers = this.#numbers;
    const alternatives = this.#alternatives;
    const start = alternatives.places.length;
    const end = first + count;
    this.#isChoosing = true;
    for (let at = first; at < end; at += childSize.ofChoices) {
      const child = numbers[at] as number;
      if ((child & endsHere) !== 0) alternatives.add(numbers[at + 2] as number, index);
      if ((child & leadsOn.byWord) !== 0) this.#goOnByWord(child >> withLeads.bits, numbers[at + 1] as number, index);
    }
    this.#isChoosing = false;
    alternatives.mark(index, start, end);
  }

  /** Arrives at a child of a root. Most go on by words alone, and by none that follows: to see that, the node isn't looked at. */
  #begin(child: number, words: number, index: number): void {
    const node = child >> withLeads.bits;
    if ((child & withLeads.leads) === leadsOn.byWord) this.#goOnByWord(node, words, index);
    else this.#arrive(node, index, true);
  }

  /** Goes on from a node at a token by the word behind it alone. */
  #goOnByWord(node: number, words: number, index: number): void {
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
    const { first, places, lasts } = this.#alternatives;
    const to = first[index + 1] as number;
    for (let at = first[index] as number; at < to; at += 1) {
      const last = lasts[at] as number;
      if (this.#steps > mostSteps) return;
      const place = places[at] as number;
      const byWord = place + packedAlternative.first + (numbers[place + packedAlternative.bits] as number);
      const byChoice = byWord + (numbers[place + packedAlternative.byWord] as number);
      const byGap = byChoice + (numbers[place + packedAlternative.byChoice] as number);
      const others = byGap + (numbers[place + packedAlternative.byGap] as number);
      const end = others + (numbers[place + packedAlternative.others] as number);
      for (let other = others; other < end; other += 1) this.#arrive(numbers[other] as number, last, true);
      if (last + 1 >= this.#tokens.length) continue;
      this.#steps += numbers[place + packedAlternative.steps] as number;
      this.#leapAll(byGap, others, last + 1, true);
      if ((this.#tokens[last + 1] as Token).breakBefore > 0) continue;
      this.#followFirst(byWord, byChoice, last + 1);
      this.#choose(byChoice, byGap, last + 1, true);
    }
  }

  /** Leaps over those gaps of a list behind which something of the text can follow. */
  #leapAll(from: number, to: number, index: number, contiguous: boolean): void {
    const numbers = this.#numbers;
    const found = this.#anywhere;
    for (let at = from; at < to; at += gapInList.size) {
      const key = numbers[at] as number;
      if (key >= 0 ? hasBit(found, key) : this.#mayLeap(numbers[at + 1] as number))
        this.#leap(numbers[at + 1] as number, index, contiguous);
    }
  }

  /** Whether a gap is gone on from by another, or any of the choices and symbols behind it is in the text. */
  #mayLeap(gap: number): boolean {
    const numbers = this.#numbers;
    const choices = gap + packedGap.first;
    const symbols = choices + (numbers[gap + packedGap.choices] as number);
    const end = symbols + (numbers[gap + packedGap.symbols] as number);
    if (((numbers[gap + packedGap.node] as number) & 1) !== 0) return true;
    for (let at = choices; at < symbols; at += 1)
      if (hasBit(this.#anywhere, anywhereBits.firstChoice + (numbers[at] as number))) return true;
    for (let at = symbols; at < end; at += 1) if (hasBit(this.#anywhere, numbers[at] as number)) return true;
    return false;
  }

  #followFirst(from: number, to: number, index: number): void {
    const numbers = this.#numbers;
    const bits = this.#bits[index] as number;
    if (bits === 0) return;
    for (let at = from; at < to; at += 2) if (((numbers[at + 1] as number) & bits) !== 0) this.#follow(numbers[at] as number, index, true);
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
    const numbers = this.#numbers;
    const { first, places, lasts } = this.#alternatives;
    const to = first[index + 1] as number;
    for (let at = first[index] as number; at < to; at += 1) {
      const own = numbers[(places[at] as number) + packedAlternative.choices] as number;
      if (own < 0 ? onlyEnd(own) === choice : includesBetween(numbers, own + 1, own + 1 + (numbers[own] as number), choice))
        this.#arrive(child, lasts[at] as number, contiguous);
    }
  }

  #arrive(node: number, last: number, contiguous: boolean): void {
    const leads = this.#nodes[node * packedNode.size + packedNode.leads] as number;
    if ((leads & endsHere) !== 0) {
      if (this.#isChoosing) {
        this.#alternatives.add(this.#nodes[node * packedNode.size + packedNode.lists] as number, last);
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
    const words = this.#numbers[gap + packedGap.words] as number;
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
