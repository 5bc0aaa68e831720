import type { Instant } from "@amends/core/time";
import { byTime, compareTexts, type LogEvent } from "./read-event.js";

/** Up to so many events of one key a repeated identifier is looked for one by one. */
const fewEvents = 16;

interface Entry {
  /** In order of time. */
  readonly events: Held[];
  /** Their identifiers, once there are many. */
  ids?: Set<string>;
}

interface Held extends LogEvent {
  /** Whether two events with its identifier said different things. */
  readonly conflict?: true;
}

/** What is held under one key, in order of time. */
export interface Account {
  readonly key: string;
  readonly events: readonly LogEvent[];
}

/** How a ledger keeps events apart and knows what is over. */
export interface LedgerRules {
  /** Accounts with the same answer are settled together; undefined for those that stand alone. */
  readonly relationOf: (account: Account) => string | undefined;
  /** Whether nothing more is expected of it, apart from what comes after a long silence. */
  readonly isConcluded: (account: Account) => boolean;
}

/** Events of what is still open, by key, each identifier once. What is concluded and silent is taken out. */
export class Ledger {
  readonly #rules: LedgerRules;
  readonly #entries = new Map<string, Entry>();
  #held = 0;
  duplicates = 0;

  constructor(rules: LedgerRules) {
    this.#rules = rules;
  }

  get held(): number {
    return this.#held;
  }

  add(key: string, held: LogEvent): void {
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = { events: [] };
      this.#entries.set(key, entry);
    }
    const place = placeOf(entry, held.event.id);
    if (place === -1) {
      if (held.event.id) entry.ids?.add(held.event.id);
      insert(entry.events, held);
      this.#held += 1;
      return;
    }
    this.duplicates += 1;
    const [before] = entry.events.splice(place, 1) as [Held];
    insert(entry.events, oneOf(before, held));
  }

  /** Adds what another ledger holds and leaves it as it is. */
  merge(other: Ledger): void {
    this.duplicates += other.duplicates;
    for (const [key, { events }] of other.#entries) for (const held of events) this.add(key, held);
  }

  /** Every group of related accounts, each account in order of time. Good until the next event comes. */
  groups(): Account[][] {
    const groups: Account[][] = [];
    const related = new Map<string, Account[]>();
    for (const [key, { events }] of this.#entries) {
      const account = { key, events };
      const relation = this.#rules.relationOf(account);
      const known = relation === undefined ? undefined : related.get(relation);
      if (known !== undefined) {
        known.push(account);
        continue;
      }
      const group = [account];
      groups.push(group);
      if (relation !== undefined) related.set(relation, group);
    }
    return groups;
  }

  /**
   * Takes out the groups that are concluded and have been silent since before `silentBefore`. What began before `from` stays: an
   * earlier part of the log may belong to it.
   */
  settle(silentBefore: Instant, from: Instant): Account[][] {
    return this.#takeOut(
      this.groups().filter(
        (group) => lastOf(group) < silentBefore && firstOf(group) > from && group.every((account) => this.#rules.isConcluded(account)),
      ),
    );
  }

  /** Takes out the groups that have been silent for longest, until at most so many events are held. */
  settleEarly(most: number): Account[][] {
    const groups = this.groups().sort((left, right) => lastOf(left) - lastOf(right));
    let held = this.#held;
    const count = groups.findIndex((group) => {
      if (held <= most) return true;
      held -= group.reduce((sum, { events }) => sum + events.length, 0);
      return false;
    });
    return this.#takeOut(count === -1 ? groups : groups.slice(0, count));
  }

  #takeOut(groups: Account[][]): Account[][] {
    for (const { key, events } of groups.flat()) {
      this.#held -= events.length;
      this.#entries.delete(key);
    }
    return groups;
  }
}

/** How many of the events contradict another one with their identifier. */
export function conflictsIn(groups: readonly (readonly Account[])[]): number {
  const isConflict = ({ conflict }: Held) => conflict === true;
  return groups.flat().reduce((sum, { events }) => sum + events.filter(isConflict).length, 0);
}

/** Where an identifier stands, or -1. */
function placeOf(entry: Entry, id: string | null | undefined): number {
  if (!id) return -1;
  if (entry.ids === undefined && entry.events.length >= fewEvents) {
    entry.ids = new Set(entry.events.flatMap(({ event }) => (event.id ? [event.id] : [])));
  }
  if (entry.ids?.has(id) === false) return -1;
  return entry.events.findIndex(({ event }) => event.id === id);
}

/** Most events come in order and are put at the end. */
function insert(events: Held[], held: Held): void {
  let place = events.length;
  while (place > 0 && byTime(events[place - 1] as Held, held) > 0) place -= 1;
  events.splice(place, 0, held);
}

/** Of two events with one identifier the same one wins, whichever came first. */
function oneOf(before: Held, held: Held): Held {
  const [mine, theirs] = [JSON.stringify(before.event), JSON.stringify(held.event)];
  const winner = compareTexts(mine, theirs) <= 0 ? before : held;
  const isConflict = mine !== theirs || before.conflict === true || held.conflict === true;
  return isConflict ? { ...winner, conflict: true } : winner;
}

function lastOf(group: readonly Account[]): Instant {
  return group.reduce((last, { events }) => Math.max(last, events.at(-1)?.at ?? last), -Infinity);
}

function firstOf(group: readonly Account[]): Instant {
  return group.reduce((first, { events }) => Math.min(first, events[0]?.at ?? first), Infinity);
}
