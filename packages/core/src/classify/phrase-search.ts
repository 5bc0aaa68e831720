import { bitOf, turned } from "./bit-of.js";
import { includesBetween } from "./number-pool.js";
import { packedAlternative } from "./packed-alternative.js";
import { anywhere, endsHere, gapInList, leadsOn, nodeLists, onlyEdge, onlyEnd, packedGap, packedNode, withLeads } from "./packed-node.js";
import type { PackedTrie } from "./packed-trie.js";
import { addHits, type PhraseHit } from "./phrase-hit.js";
import { FoundAlternatives } from "./found-alternatives.js";
import { ScratchNumbers } from "./scratch-numbers.js";
import type { Token } from "./token.js";
import { reachOf, type TokenReach } from "./token-reach.js";
import { childSize, tokenSymbols, unknownToken } from "./token-symbols.js";
import { everywhere, keyOfSymbol, whereabouts } from "./whereabouts.js";

/** Steps a text may cost at most; beyond, what is found so far stands. */
const mostSteps = 400_000;

// Searches follow one another, and what each needs is larger than what it finds: they share it.
const whereInText = new ScratchNumbers();
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
  /** Where symbols and choices are: see {@link whereabouts}. */
  readonly #where: Int32Array;
  /** How far gaps reach, once one is leapt over. */
  #reach: TokenReach | undefined;
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
    this.#where = whereInText.cleared(whereabouts.firstChoice + trie.choiceCount);
    this.#alternatives = new FoundAlternatives(trie, tokens.length, this.#where);
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

  /** Finds where which symbols and choices are, so that no room is searched for what isn't there. */
  #lookAhead(): void {
    const alternatives = this.#alternatives;
    const { first: firstAlternatives } = alternatives;
    const where = this.#where;
    // The bits of all tokens come first: an alternative of several words is followed beyond its own token.
    for (let index = 0; index < this.#tokens.length; index += 1) {
      // Of an unknown word that is the 0 at the place of no list.
      this.#bits[index] = this.#numbers[(this.#read[index] as number) + tokenSymbols.bits] as number;
    }
    for (let index = 0; index < this.#tokens.length; index += 1) {
      firstAlternatives[index] = alternatives.count;
      const own = this.#read[index] as number;
      if (own === unknownToken) continue;
      const numbers = this.#numbers;
      const first = own + tokenSymbols.first;
      const end = first + (numbers[own + tokenSymbols.symbols] as number);
      for (let at = first; at < end; at += 1) {
        const key = keyOfSymbol(numbers[at] as number);
        where[key] = (where[key] as number) | bitOf(index);
      }
      const count = numbers[own + tokenSymbols.fromChoices] as number;
      if (count > 0) this.#lookForChoices(index, end + (numbers[own + tokenSymbols.fromRoot] as number), count);
    }
    firstAlternatives[this.#tokens.length] = alternatives.count;
  }

  /** Finds the alternatives that start at a token, and the choices they are of. */
  #lookForChoices(index: number, first: number, count: number): void {
    const numbers = this.#numbers;
    const alternatives = this.#alternatives;
    const start = alternatives.count;
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

  /** Goes on from a node by the word at a token, and on by the words behind it as long as nodes go on by words alone. */
  #follow(node: number, index: number, contiguous: boolean): void {
    const { edges } = this.#trie;
    const nodes = this.#nodes;
    const numbers = this.#numbers;
    const tokens = this.#tokens;
    let from = node;
    for (let at = index; ; at += 1) {
      const own = this.#read[at] as number;
      if (numbers[own + tokenSymbols.symbols] !== 1) {
        this.#followEach(from, at, contiguous);
        return;
      }
      const symbol = numbers[own + tokenSymbols.first] as number;
      const only = nodes[from * packedNode.size + packedNode.lists] as number;
      const child = only >= 0 ? edges.childOf(from, symbol) : onlyEdge(only) === symbol ? from + 1 : -1;
      if (child < 0) {
        if (child < -1) for (const each of edges.listOf(child)) this.#arrive(each, at, contiguous);
        return;
      }
      const place = child * packedNode.size;
      if (nodes[place + packedNode.leads] !== leadsOn.byWord) {
        this.#arrive(child, at, contiguous);
        return;
      }
      this.#steps += 1;
      const next = at + 1;
      if (this.#steps > mostSteps || next >= tokens.length || (tokens[next] as Token).breakBefore > 0) return;
      if (((nodes[place + packedNode.words] as number) & (this.#bits[next] as number)) === 0) return;
      from = child;
    }
  }

  /** Goes on by a word that is several symbols. */
  #followEach(node: number, index: number, contiguous: boolean): void {
    const { edges } = this.#trie;
    const numbers = this.#numbers;
    const own = this.#read[index] as number;
    const end = own + tokenSymbols.first + (numbers[own + tokenSymbols.symbols] as number);
    const only = this.#nodes[node * packedNode.size + packedNode.lists] as number;
    for (let at = own + tokenSymbols.first; at < end; at += 1) {
      const symbol = numbers[at] as number;
      const child = only >= 0 ? edges.childOf(node, symbol) : onlyEdge(only) === symbol ? node + 1 : -1;
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
      const byWord = place + packedAlternative.first;
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
    for (let at = from; at < to; at += gapInList.size) {
      const key = numbers[at] as number;
      const where = key >= 0 ? (this.#where[key] as number) : this.#whereBehind(numbers[at + 1] as number);
      if (where !== 0) this.#leap(numbers[at + 1] as number, where, index, contiguous);
    }
  }

  /** Where any of the choices and symbols are that the node behind a gap goes on by; everywhere if it goes on by another gap. */
  #whereBehind(gap: number): number {
    const numbers = this.#numbers;
    if (((numbers[gap + packedGap.node] as number) & 1) !== 0) return everywhere;
    const first = gap + packedGap.first;
    const end = first + (numbers[gap + packedGap.keys] as number);
    let where = 0;
    for (let at = first; at < end; at += 1) where |= this.#where[numbers[at] as number] as number;
    return where;
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
      if (this.#alternatives.mayStartAt(index, choice)) this.#chooseOne(choice, numbers[at + 1] as number, index, contiguous);
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
      } else
        addHits(this.#hits, this.#numbers, this.#nodes[node * packedNode.size + packedNode.ends] as number, this.#first, last, contiguous);
    }
    if ((leads & anywhere) !== 0) this.#visit(node, last + 1, contiguous, true);
  }

  /** Leaps over a gap to the tokens in reach where the node behind it may go on: see {@link whereabouts}. */
  #leap(gap: number, where: number, from: number, contiguous: boolean): void {
    const node = (this.#numbers[gap + packedGap.node] as number) >> 1;
    const { ends, costs } = (this.#reach ??= reachOf(this.#tokens));
    const end = ends[from] as number;
    if (end === from) return;
    const most = (costs[from] as number) + (this.#numbers[gap + packedGap.reach] as number);
    let ahead = turned(where, from);
    // A visit counts its own step.
    if ((ahead & 1) === 0) this.#steps += 1;
    for (let index = from; ahead !== 0; index += 1) {
      const skipped = 31 - Math.clz32(ahead & -ahead);
      index += skipped;
      if (index >= end || (costs[index] as number) > most) return;
      this.#visit(node, index, contiguous && index === from, false);
      if (this.#steps > mostSteps) return;
      ahead = turned(ahead, skipped + 1);
    }
  }
}
