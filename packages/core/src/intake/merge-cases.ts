import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { requireList } from "../errors/require-argument.js";
import { stageKeys, type CaseFile } from "../model/case-file.js";
import type { Ticket } from "../model/ticket.js";
import type { TicketStatus } from "../model/words.js";
import { readInstant } from "../time/parse-instant.js";
import { latestCustomerMessage, mergeThread } from "./merge-thread.js";
import { sortableText } from "./sortable-text.js";
import type { ThreadMessage } from "./thread-message.js";

/** What a merged case can't hold twice, such as a second order: nothing is lost. */
export interface SetAside {
  /** A JSON path such as `order`. */
  readonly path: string;
  /** The id of the case that it stood in. */
  readonly caseId: string | null;
  readonly value: unknown;
}

/** A case made of several, with where it came from. */
export type MergedCase = CaseFile & { readonly merged: { readonly ids: readonly string[]; readonly setAside: readonly SetAside[] } };

/** Where several tickets stand together: what is being worked on comes first, done only if all are. */
const together: readonly TicketStatus[] = ["in_progress", "open", "waiting_customer", "done"];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isKnown = (value: unknown): boolean => value !== undefined && value !== null && value !== "";

interface Held {
  readonly caseId: string | null;
  readonly value: unknown;
}

/** Whole things: mixing the parts of two orders or two decisions would make up a third. */
const wholes = new Set<string>(["order", "shipment", "claim", "payment", "rates", "event", "peers", ...stageKeys]);

/** One value of several: lists unite, objects merge key by key, of the rest the first counts and others are set aside. */
function mergeValues(all: readonly Held[], path: string, setAside: SetAside[]): unknown {
  const held = all.filter(({ value }) => isKnown(value));
  const [first, ...others] = held;
  if (first === undefined) return all[0]?.value;
  if (held.every(({ value }) => Array.isArray(value))) return uniteLists(held.map(({ value }) => value as readonly unknown[]));
  if (held.every(({ value }) => isObject(value)) && (!wholes.has(path) || sameId(held))) {
    const keys = [...new Set(held.flatMap(({ value }) => Object.keys(value as object)))];
    return Object.fromEntries(
      keys.map((key) => [
        key,
        mergeValues(
          held.map(({ caseId, value }) => ({ caseId, value: (value as Record<string, unknown>)[key] })),
          `${path}.${key}`,
          setAside,
        ),
      ]),
    );
  }
  const kept = sortableText(first.value);
  setAside.push(...others.filter(({ value }) => sortableText(value) !== kept).map(({ caseId, value }) => ({ path, caseId, value })));
  return first.value;
}

/** Whether all describe the same thing: the same order id, the same tracking number. */
function sameId(held: readonly Held[]): boolean {
  const ids = held.map(
    ({ value }) => (value as { id?: unknown; trackingNumber?: unknown }).id ?? (value as { trackingNumber?: unknown }).trackingNumber,
  );
  return isKnown(ids[0]) && ids.every((id) => id === ids[0]);
}

function uniteLists(lists: readonly (readonly unknown[])[]): unknown[] {
  return [...new Map(lists.flat().map((value) => [sortableText(value), value])).values()];
}

/** The thread of a case; a ticket's text that isn't in its messages is one of them. */
function threadOf({ id, ticket }: CaseFile): readonly ThreadMessage[] {
  const messages: readonly ThreadMessage[] = ticket?.messages ?? [];
  if (!ticket?.text || messages.some(({ text }) => text === ticket.text)) return messages;
  const own: ThreadMessage = {
    ...(ticket.id || id ? { id: ticket.id || id } : {}),
    ...(ticket.createdAt ? { at: ticket.createdAt } : {}),
    from: "customer",
    channel: ticket.channel,
    text: ticket.text,
  };
  return [...messages, own];
}

const instantOf = (text: string | null | undefined, unknown: number): number => readInstant(text) ?? unknown;

function mergeTickets(cases: readonly CaseFile[], setAside: SetAside[]): Ticket | undefined {
  const held = cases.flatMap((caseFile) => (caseFile.ticket ? [{ caseId: caseFile.id ?? null, value: caseFile.ticket }] : []));
  const tickets = held.map(({ value }) => value);
  const [first] = tickets;
  if (first === undefined) return undefined;
  const rest = held.map(({ caseId, value }) => {
    const {
      channel: _channel,
      text: _text,
      messages: _messages,
      status: _status,
      resolvedAt: _resolvedAt,
      createdAt: _createdAt,
      ...others
    } = value;
    return { caseId, value: others };
  });
  const messages = mergeThread(cases.flatMap(threadOf));
  const latest = latestCustomerMessage(messages);
  const status = together.find((candidate) => tickets.some((ticket) => (ticket.status ?? "open") === candidate));
  const created = tickets
    .map(({ createdAt }) => createdAt)
    .filter(isKnown)
    .toSorted((a, b) => instantOf(a, 0) - instantOf(b, 0));
  const resolved = tickets
    .map(({ resolvedAt }) => resolvedAt)
    .filter(isKnown)
    .toSorted((a, b) => instantOf(b, 0) - instantOf(a, 0));
  return {
    ...(mergeValues(rest, "ticket", setAside) as Partial<Ticket>),
    channel: latest?.channel ?? first.channel,
    ...((latest?.text ?? first.text) === undefined ? {} : { text: latest?.text ?? first.text }),
    ...(created[0] === undefined ? {} : { createdAt: created[0] }),
    ...(status === undefined ? {} : { status }),
    ...(status === "done" && resolved[0] !== undefined ? { resolvedAt: resolved[0] } : {}),
    messages,
  };
}

function checkSameCustomer(cases: readonly CaseFile[]): void {
  const ids = new Set(cases.flatMap(({ customer }) => customer?.id || []));
  if (cases.length > 0 && ids.size <= 1) return;
  throw new InvalidCaseError(
    cases.length === 0
      ? [{ code: "case_value_missing", message: "there is no case to merge", path: "cases", expected: "at least one case" }]
      : [
          {
            code: "case_of_another_customer",
            message: `the cases belong to ${ids.size} customers`,
            path: "cases",
            expected: "cases of one customer",
          },
        ],
    "The cases can't be merged:",
  );
}

/**
 * One case of several of the same customer: the threads in time order, each message once, everything known of the customer, the
 * order and the rest. What can't stand twice (a second order, an earlier decision) is kept in `merged.setAside`. The order of the
 * cases doesn't matter: the oldest gives the id, and the newest customer message the ticket's text and channel.
 *
 * @throws {InvalidCaseError} where there is no case, or the cases belong to different customers.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { mergeCases } from "@amends/core/intake";
 * const mail = { id: "C-1", ticket: { channel: "email", text: "Where is it?", createdAt: "2026-03-03T15:00:00Z" } } as const;
 * const chat = { id: "C-2", ticket: { channel: "live_chat", text: "Any news?", createdAt: "2026-03-04T09:00:00Z" } } as const;
 * mergeCases([chat, mail]).ticket?.messages?.map(({ text }) => text); // => ["Where is it?", "Any news?"]
 * mergeCases([chat, mail]).merged.ids; // => ["C-1", "C-2"]
 */
export function mergeCases(cases: readonly CaseFile[]): MergedCase {
  requireList(cases, "cases");
  checkSameCustomer(cases);
  const sorted = cases
    .map((caseFile) => ({
      caseFile,
      at: instantOf(caseFile.ticket?.createdAt ?? caseFile.event?.at, Number.MAX_VALUE),
      text: sortableText(caseFile),
    }))
    .toSorted((a, b) => a.at - b.at || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ caseFile }) => caseFile);
  const setAside: SetAside[] = [];
  const ticket = mergeTickets(sorted, setAside);
  const keys = [...new Set(sorted.flatMap((caseFile) => Object.keys(caseFile)))].filter(
    (key) => !["id", "ticket", "now", "merged"].includes(key),
  );
  const values = keys.map((key): [string, unknown] => {
    const held = sorted.map((caseFile) => ({ caseId: caseFile.id ?? null, value: (caseFile as Readonly<Record<string, unknown>>)[key] }));
    // Of decisions the newest counts.
    return [key, mergeValues((stageKeys as readonly string[]).includes(key) ? held.toReversed() : held, key, setAside)];
  });
  const earlier = sorted.flatMap((caseFile) => ("merged" in caseFile ? [(caseFile as MergedCase).merged] : []));
  const ids = [...new Set([...earlier.flatMap((merged) => merged.ids), ...sorted.flatMap(({ id }) => id || [])])];
  const id = sorted.find((caseFile) => caseFile.id)?.id;
  return {
    ...(id === undefined ? {} : { id }),
    ...Object.fromEntries(values),
    ...(ticket === undefined ? {} : { ticket }),
    merged: { ids: ids.toSorted(), setAside: uniteLists([...earlier.map((merged) => merged.setAside), setAside]) as SetAside[] },
  };
}
