import { bitOf } from "./bit-of.js";
import { anywhere, endsHere, leadsOn, type PackedGap, type PackedTrie } from "./packed-trie.js";
import { ScratchBits } from "./scratch-bits.js";
import type { Token } from "./token.js";
import type { TokenSymbols } from "./token-symbols.js";

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

/** Alternatives that start at a token: where they end in the tree of choices, and their last token. */
interface Chosen {
  readonly node: number;
  readonly last: number;
}

const noHits: readonly PhraseHit[] = [];
const noneChosen: readonly Chosen[] = [];

/** Finds every phrase of the tree in the tokens. The work has a bound whatever the text. */
export function findPhrases(trie: PackedTrie, tokens: readonly Token[]): readonly PhraseHit[] {
  const bareIsAny = trie.strictDiacritics && !writesDiacritics(tokens);
  const read = new Array<TokenSymbols>(tokens.length);
  let isAnyStart = false;
  for (let index = 0; index < tokens.length; index += 1) {
    const own = trie.symbolsOf(tokens[index] as Token, bareIsAny);
    read[index] = own;
    if (own.fromRoot.length > 0 || own.fromChoices.length > 0) isAnyStart = true;
  }
  return isAnyStart ? new PhraseSearch(trie, tokens, read).all() : noHits;
}

const choiceBits = new ScratchBits();
const anyChoice = new ScratchBits();
const anySymbol = new ScratchBits();

/** One search of one text. */
class PhraseSearch {
  readonly #trie: PackedTrie;
  readonly #tokens: readonly Token[];
  readonly #read: readonly TokenSymbols[];
  readonly #hits: PhraseHit[] = [];
  readonly #chosen: (readonly Chosen[])[];
  /** By token: a bit for each choice of which an alternative starts there, but for those that only begin phrases. */
  readonly #choiceBits: Uint32Array;
  readonly #bitsOfToken: number;
  /** A bit for each choice, and for each symbol, that some token has. */
  readonly #anyChoice: Uint32Array;
  readonly #anySymbol: Uint32Array;
  /** Where the alternatives that are found go; undefined while phrases are looked for. */
  #choosing: Chosen[] | undefined;
  #first = 0;
  #steps = 0;

  constructor(trie: PackedTrie, tokens: readonly Token[], read: readonly TokenSymbols[]) {
    this.#trie = trie;
    this.#tokens = tokens;
    this.#read = read;
    this.#chosen = new Array<readonly Chosen[]>(tokens.length);
    this.#bitsOfToken = (trie.choiceCount + 31) >>> 5;
    this.#choiceBits = choiceBits.cleared(tokens.length * this.#bitsOfToken);
    this.#anyChoice = anyChoice.cleared(this.#bitsOfToken);
    this.#anySymbol = anySymbol.cleared(anySymbolBits / 32);
  }

  all(): PhraseHit[] {
    const { root, leads } = this.#trie;
    const hasChoices = ((leads[root] as number) & leadsOn.byChoice) !== 0;
    this.#lookAhead();
    for (let index = 0; index < this.#tokens.length; index += 1) {
      this.#first = index;
      // What a place costs where nothing starts counts too.
      this.#steps += 2;
      if (this.#steps > mostSteps) break;
      const { fromRoot } = this.#read[index] as TokenSymbols;
      for (let at = 0; at < fromRoot.length; at += 1) this.#arrive(fromRoot[at] as number, index, true);
      if (hasChoices) this.#chooseFirst(index);
    }
    return this.#hits;
  }

  /** Finds which symbols and choices there are anywhere, so that no room is searched for what isn't there. */
  #lookAhead(): void {
    for (let index = 0; index < this.#tokens.length; index += 1) {
      const { symbols, fromChoices } = this.#read[index] as TokenSymbols;
      for (let at = 0; at < symbols.length; at += 1) {
        const symbol = symbols[at] as number;
        const place = (symbol & (anySymbolBits - 1)) >>> 5;
        this.#anySymbol[place] = (this.#anySymbol[place] as number) | bitOf(symbol);
      }
      this.#chosen[index] = fromChoices.length === 0 ? noneChosen : this.#choicesAt(index, fromChoices);
    }
  }

  #visit(node: number, index: number, contiguous: boolean, adjacent: boolean): void {
    this.#steps += 1;
    if (this.#steps > mostSteps || index >= this.#tokens.length) return;
    const trie = this.#trie;
    const leads = trie.leads[node] as number;
    if ((leads & leadsOn.byGap) !== 0) {
      const gaps = trie.gaps[node] as PackedTrie["gaps"][number];
      for (let at = 0; at < gaps.length; at += 1) {
        const gap = gaps[at] as PackedGap;
        if (this.#mayGoOn(gap)) this.#leap(gap, index, contiguous);
      }
    }
    if (adjacent && (this.#tokens[index] as Token).breakBefore > 0) return;
    if ((leads & leadsOn.byWord) !== 0 && ((trie.words[node] as number) & (this.#read[index] as TokenSymbols).bits) !== 0) {
      const { edges } = trie;
      const { symbols } = this.#read[index] as TokenSymbols;
      for (let at = 0; at < symbols.length; at += 1) {
        const child = edges.childOf(node, symbols[at] as number);
        if (child >= 0) this.#arrive(child, index, contiguous);
        else if (child < -1) for (const each of edges.listOf(child)) this.#arrive(each, index, contiguous);
      }
    }
    if ((leads & leadsOn.byChoice) !== 0) this.#choose(node, index, contiguous);
  }

  /** Begins phrases with the alternatives that start at a token. */
  #chooseFirst(index: number): void {
    const list = this.#chosen[index] as readonly Chosen[];
    for (let at = 0; at < list.length; at += 1) {
      const { node, last } = list[at] as Chosen;
      const children = this.#trie.rootChildren[node] as readonly number[];
      for (let of = 0; of < children.length; of += 1) this.#arrive(children[of] as number, last, true);
    }
  }

  /** Goes on by the alternatives that start at a token. */
  #choose(node: number, index: number, contiguous: boolean): void {
    const list = this.#chosen[index] as readonly Chosen[];
    if (list.length === 0) return;
    const { byChoice, ends } = this.#trie;
    const own = byChoice[node] as readonly number[];
    const first = index * this.#bitsOfToken;
    for (let at = 0; at < own.length; at += 2) {
      const choice = own[at] as number;
      if (!holds(this.#choiceBits, first, choice)) continue;
      for (let of = 0; of < list.length; of += 1) {
        const { node: end, last } = list[of] as Chosen;
        if (includes(ends[end] as readonly number[], choice)) this.#arrive(own[at + 1] as number, last, contiguous);
      }
    }
  }

  #arrive(node: number, last: number, contiguous: boolean): void {
    const leads = this.#trie.leads[node] as number;
    if ((leads & endsHere) !== 0) {
      if (this.#choosing === undefined) this.#end(this.#trie.ends[node] as readonly number[], last, contiguous);
      else this.#choosing.push({ node, last });
    }
    if ((leads & anywhere) !== 0) this.#visit(node, last + 1, contiguous, true);
  }

  #end(ends: readonly number[], last: number, contiguous: boolean): void {
    for (let at = 0; at < ends.length; at += 1) {
      this.#hits.push({ end: ends[at] as number, first: this.#first, last, contiguous });
    }
  }

  /** The choices of which an alternative starts at a token. */
  #choicesAt(index: number, fromChoices: readonly number[]): readonly Chosen[] {
    const here: Chosen[] = [];
    this.#choosing = here;
    for (let at = 0; at < fromChoices.length; at += 1) this.#arrive(fromChoices[at] as number, index, true);
    this.#choosing = undefined;
    const first = index * this.#bitsOfToken;
    for (let at = 0; at < here.length; at += 1) {
      const bits = this.#trie.choiceBits[(here[at] as Chosen).node] as readonly number[];
      for (let word = 0; word < bits.length; word += 2) {
        const place = bits[word] as number;
        const more = bits[word + 1] as number;
        this.#choiceBits[first + place] = (this.#choiceBits[first + place] as number) | more;
        this.#anyChoice[place] = (this.#anyChoice[place] as number) | more;
      }
    }
    return here;
  }

  /** Whether anything that a node behind room for other words goes on by is in the text. */
  #mayGoOn({ node, symbols, choices }: PackedGap): boolean {
    if (holdsAny(this.#anyChoice, 0, choices)) return true;
    for (let at = 0; at < symbols.length; at += 1)
      if (holds(this.#anySymbol, 0, (symbols[at] as number) & (anySymbolBits - 1))) return true;
    return ((this.#trie.leads[node] as number) & leadsOn.byGap) !== 0;
  }

  #leap({ node, reach, choices }: PackedGap, from: number, contiguous: boolean): void {
    const words = this.#trie.words[node] as number;
    const hasGap = ((this.#trie.leads[node] as number) & leadsOn.byGap) !== 0;
    let left = reach;
    for (let index = from; index < this.#tokens.length; index += 1) {
      const token = this.#tokens[index] as Token;
      if (token.breakBefore === 2) return;
      this.#steps += 1;
      if (this.#steps > mostSteps) return;
      if (
        hasGap ||
        (words & (this.#read[index] as TokenSymbols).bits) !== 0 ||
        holdsAny(this.#choiceBits, index * this.#bitsOfToken, choices)
      )
        this.#visit(node, index, contiguous && index === from, false);
      left -= token.kind === "character" ? characterCost : wordCost;
      if (left < 0) return;
    }
  }
}

/** So many symbols stand for others too. */
const anySymbolBits = 2048;

function holds(bits: Uint32Array, first: number, place: number): boolean {
  return ((bits[first + (place >>> 5)] as number) & (1 << (place & 31))) !== 0;
}

function holdsAny(bits: Uint32Array, first: number, places: readonly number[]): boolean {
  for (let at = 0; at < places.length; at += 1) if (holds(bits, first, places[at] as number)) return true;
  return false;
}

/** Whether a number is among numbers in their order. */
function includes(numbers: readonly number[], wanted: number): boolean {
  let from = 0;
  let to = numbers.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const found = numbers[middle] as number;
    if (found === wanted) return true;
    if (found < wanted) from = middle + 1;
    else to = middle;
  }
  return false;
}

/** Of so many words one must have a diacritic for the writer to be one who types them. */
const wordsToOneDiacritic = 3;

/** Whether a text is typed with diacritics, so that a word without them is itself and not another. */
function writesDiacritics(tokens: readonly Token[]): boolean {
  let words = 0;
  let marked = 0;
  for (const { kind, exact, text } of tokens) {
    if (kind !== "word") continue;
    words += 1;
    if (exact !== text) marked += 1;
  }
  return marked * wordsToOneDiacritic > words;
}
