import type { Readable } from "node:stream";
import { didYouMean } from "@amends/core/errors";
import { channels } from "@amends/core/model";
import { readInstant, type Instant } from "@amends/core/time";
import { arrivalsAtRates, arrivalsOfHistory, type Arrivals, type PastTicket, type TicketKind } from "@amends/routing/simulation";
import { parseCaseText } from "../input/parse-case-text.js";
import { readCases } from "../input/read-cases.js";
import { UnreadableInputError } from "../input/unreadable-input-error.js";
import { onOneLine } from "../output/on-one-line.js";

/** What holds for tickets that don't say it themselves. */
export interface KindDefaults {
  readonly handleSeconds: number;
  readonly patienceSeconds?: number | undefined;
  readonly targetSeconds?: number | undefined;
}

/** Arrivals of a file: a history, whose tickets stay what they were, or rates, of which each seed makes other tickets. */
export interface ReadArrivals {
  readonly kinds: readonly TicketKind[];
  readonly history: readonly PastTicket[] | undefined;
  readonly arrivals: (seed: number) => Arrivals;
}

type Row = Readonly<Record<string, unknown>>;

const attributes = ["channel", "language", "issueType", "productLine", "zone"] as const;
const shownProblems = 20;

/**
 * Reads arrivals: tickets one by one, received cases of an event log, or an object of rates.
 *
 * @throws {UnreadableInputError} that lists what is wrong, with file, line and key.
 */
export async function readArrivals(path: string, stdin: Readable, defaults: KindDefaults): Promise<ReadArrivals> {
  const reader = new ArrivalReader(path === "-" ? "standard input" : onOneLine(path), defaults);
  for await (const text of readCases(path, stdin)) {
    const parsed = parseCaseText(text);
    if ("problem" in parsed) reader.complain(text.line, parsed.problem.message.replace("the case", "the ticket"));
    else reader.take(parsed.value, text.line);
  }
  return reader.result();
}

class ArrivalReader {
  readonly #name: string;
  readonly #defaults: KindDefaults;
  readonly #problems: string[] = [];
  readonly #declared = new Map<string, TicketKind>();
  readonly #found = new Map<string, TicketKind & { readonly times: number[] }>();
  readonly #tickets: { at: Instant; kind: string; handleSeconds?: number; caseId?: string }[] = [];
  readonly #handled = new Map<string, number>();
  #rates: { from: Instant; intervalSeconds: number; calls: readonly (readonly number[])[] } | undefined;

  constructor(name: string, defaults: KindDefaults) {
    this.#name = name;
    this.#defaults = defaults;
  }

  complain(line: number, message: string): void {
    this.#problems.push(`${this.#name}:${line}: ${message}`);
  }

  take(value: unknown, line: number): void {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return this.complain(line, "this is no object");
    const row = value as Row;
    if (Array.isArray(row["kinds"])) this.#takeHeader(row, row["kinds"], line);
    else this.#takeTicket(row, line);
  }

  result(): ReadArrivals {
    const rates = this.#rates;
    if (this.#problems.length === 0 && rates === undefined && this.#tickets.length === 0) this.complain(1, "there are no tickets in it");
    if (rates !== undefined && this.#tickets.length > 0)
      this.complain(1, "it holds both rates and tickets; simulate them one after the other");
    if (this.#problems.length > 0) {
      const more = this.#problems.length - shownProblems;
      const lines = [...this.#problems.slice(0, shownProblems), ...(more > 0 ? [`and ${more} more`] : [])];
      throw new UnreadableInputError(`The arrivals can't be read:\n${lines.map((line) => `  ${line}`).join("\n")}`);
    }
    if (rates !== undefined) {
      const kinds = [...this.#declared.values()];
      return { kinds, history: undefined, arrivals: (seed) => arrivalsAtRates({ kinds, ...rates, seed }) };
    }
    const history = this.#tickets.map(({ at, kind, handleSeconds, caseId }): PastTicket => {
      const known = handleSeconds ?? (caseId === undefined ? undefined : this.#handled.get(caseId));
      if (known !== undefined) this.#found.get(kind)?.times.push(known);
      return { at, kind, ...(known === undefined ? {} : { handleSeconds: known }) };
    });
    const found = [...this.#found.values()].map(({ times, ...kind }): TicketKind => {
      const mean = times.reduce((sum, time) => sum + time, 0) / Math.max(1, times.length);
      return mean > 0 ? { ...kind, handleSeconds: mean } : kind;
    });
    const kinds = [...this.#declared.values(), ...found];
    const arrivals = arrivalsOfHistory(kinds, history);
    return { kinds, history, arrivals: () => arrivals };
  }

  #takeHeader(row: Row, kinds: readonly unknown[], line: number): void {
    kinds.forEach((kind, index) => {
      const name = (kind as Row | null)?.["name"];
      if (typeof name !== "string") return this.complain(line, `kinds[${index}].name is ${JSON.stringify(name)}; expected a name`);
      this.#checkChannel((kind as Row)["channel"], line);
      this.#declared.set(name, { ...this.#defaults, ...(kind as Partial<TicketKind>), name });
    });
    const { calls } = row;
    if (calls === undefined) return;
    const from = readInstant(row["from"]);
    if (from === undefined)
      return this.complain(line, "from is no instant; expected ISO 8601 with an offset, such as 2026-03-02T00:00:00Z");
    const byName = typeof calls === "object" && calls !== null && !Array.isArray(calls) ? (calls as Row) : undefined;
    if (byName === undefined) return this.complain(line, "calls is no object; expected a list of numbers for each name of a kind");
    for (const [name, numbers] of Object.entries(byName)) {
      if (!this.#declared.has(name)) this.complain(line, `calls names the kind ${JSON.stringify(name)}, which kinds doesn't list`);
      const good = Array.isArray(numbers) && numbers.every((each) => typeof each === "number");
      if (!good) this.complain(line, `calls[${JSON.stringify(name)}] is no list of numbers`);
    }
    const intervalSeconds = row["intervalSeconds"] ?? 3600;
    if (typeof intervalSeconds !== "number") return this.complain(line, "intervalSeconds is no number");
    this.#rates = { from, intervalSeconds, calls: [...this.#declared.keys()].map((name) => (byName[name] as number[] | undefined) ?? []) };
  }

  #takeTicket(row: Row, line: number): void {
    const { caseId, kind: word } = row;
    const event = typeof caseId === "string" && typeof word === "string" && !this.#declared.has(word);
    const { handleSeconds } = row;
    const good = handleSeconds === undefined || handleSeconds === null || (typeof handleSeconds === "number" && handleSeconds >= 0);
    if (!good) return this.complain(line, `handleSeconds is ${JSON.stringify(handleSeconds)}; expected a number of seconds from 0 up`);
    const seconds = typeof handleSeconds === "number" ? handleSeconds : undefined;
    if (event && seconds !== undefined) this.#handled.set(caseId, (this.#handled.get(caseId) ?? 0) + seconds);
    // Of an event log, receptions are arrivals; what happened later only says how long the case took.
    if (event && word !== "received") return;
    const at = readInstant(row["at"]);
    if (at === undefined) {
      return this.complain(line, `at is ${JSON.stringify(row["at"])}; expected ISO 8601 with an offset, such as 2026-03-02T09:15:00Z`);
    }
    if (!event && word !== undefined && (typeof word !== "string" || !this.#declared.has(word))) {
      return this.complain(line, `kind is ${JSON.stringify(word)}, which no object with "kinds" before it lists`);
    }
    this.#checkChannel(row["channel"], line);
    const kind = event || word === undefined ? this.#kindOf(row) : word;
    this.#tickets.push({
      at,
      kind,
      ...(event ? { caseId } : {}),
      ...(event || seconds === undefined ? {} : { handleSeconds: seconds }),
    });
  }

  /** A channel that policies don't know would silently have no deadlines. */
  #checkChannel(channel: unknown, line: number): void {
    if (channel === undefined || channel === null || channels.some((known) => known === channel)) return;
    const { fix = `use one of ${channels.join(", ")}` } = didYouMean(typeof channel === "string" ? channel : "", channels);
    this.complain(line, `channel is ${JSON.stringify(channel)}; ${fix}`);
  }

  #kindOf(row: Row): string {
    const said = attributes.flatMap((key) => (typeof row[key] === "string" && row[key] !== "" ? [[key, row[key]] as const] : []));
    const name = said.length === 0 ? "ticket" : said.map(([, value]) => value).join(" ");
    if (!this.#found.has(name)) this.#found.set(name, { ...this.#defaults, ...Object.fromEntries(said), name, times: [] });
    return name;
  }
}
