import type { CaseQueue, ClaimOutcome, TicketStore } from "@amends/core/contracts";
import type { CaseFile } from "@amends/core/model";
import type { ContractCase } from "./contract-case.js";
import { demand, fail } from "./contract-case.js";
import { demandRefused } from "./demand-refused.js";
import { storePromise } from "./store-promise.js";

/** An empty store of cases, and who works on them. */
export interface StoreBench {
  readonly tickets: TicketStore;
  readonly queue: CaseQueue;
  readonly close?: () => Promise<void>;
}

/** What the contract of stores needs of an adapter. */
export interface StoreContractOptions {
  readonly create: () => Promise<StoreBench> | StoreBench;
  /** How many ask at once. Default: 20. */
  readonly claimers?: number;
}

const start = Date.UTC(2026, 2, 3, 15);
const later = start + 900_000;
const agentsOf = (count: number) => Array.from({ length: count }, (_, index) => `agent-${index + 1}`);
const fenceOf = (outcome: ClaimOutcome) => (outcome.claimed ? outcome.claim.fence : fail("the case is free and was not given"));
const caseOf = (id: string, text: string): CaseFile => ({ id, ticket: { channel: "email", text } });

/**
 * What every store of cases promises: what is saved comes back, and of many who claim a case at once, one gets it. Each case gets an
 * empty store of its own.
 *
 * @example
 * import { createMemoryStore } from "@amends/adapters/stores/memory";
 * import { storeContract } from "@amends/adapters/testing";
 * const cases = storeContract({ create: createMemoryStore });
 * cases.at(3)?.id; // => "queue/one-of-many"
 * await cases.at(3)?.run(); // => undefined
 */
export function storeContract({ create, claimers = 20 }: StoreContractOptions): readonly ContractCase[] {
  const promise = storePromise(create);
  return [
    promise("store/identity", "tickets and queue name themselves and their contract's version", async ({ tickets, queue }) => {
      for (const { specVersion, name } of [tickets, queue]) {
        demand(specVersion === "1", `expected specVersion "1", got "${specVersion}"`);
        demand(/^[a-z0-9][a-z0-9_-]*$/.test(name), `"${name}" is no name of lower-case words`);
      }
    }),
    promise("tickets/kept", "a case comes back as it was saved last, and what isn't there is undefined", async ({ tickets }) => {
      const first = caseOf("C-1", "Where is it? ✈ \0");
      await tickets.save(first);
      first.ticket = { channel: "email", text: "changed after saving" };
      demand((await tickets.load("C-1"))?.ticket?.text === "Where is it? ✈ \0", "the case is not what was saved");
      await tickets.save(caseOf("C-1", "It arrived."));
      demand((await tickets.load("C-1"))?.ticket?.text === "It arrived.", "the case is not what was saved last");
      demand((await tickets.load("C-2")) === undefined, "there is a case that nobody saved");
    }),
    promise("tickets/owner", "the first to claim a ticket owns it until it is released", async ({ tickets, queue }) => {
      const taken = await Promise.all(agentsOf(claimers).map((agent) => tickets.claim("C-1", agent)));
      demand(taken.filter(Boolean).length === 1, `expected one owner, got ${taken.filter(Boolean).length}`);
      const owner = agentsOf(claimers)[taken.indexOf(true)] ?? "";
      demand(!(await tickets.claim("C-1", owner)), "who owns it owned it anew");
      demand((await queue.holder("C-1", { now: start }))?.agent === owner, "the queue doesn't know the owner");
      await queue.release("C-1", owner);
      demand(await tickets.claim("C-1", "somebody else"), "a released ticket was not given");
    }),
    promise("queue/one-of-many", "of many who claim a case at once one gets it, and the others hear who", async ({ queue }) => {
      const asked = await Promise.all(agentsOf(claimers).map((agent) => queue.claim("C-1", agent, { now: start, until: later })));
      const winners = asked.flatMap((each) => (each.claimed ? [each.claim.agent] : []));
      demand(winners.length === 1, `expected one holder, got ${winners.length}`);
      const told = new Set(asked.map((each) => (each.claimed ? each.claim.agent : each.heldBy.agent)));
      demand(told.size === 1, `the others were told of ${told.size} holders`);
      demand((await queue.holder("C-1", { now: start }))?.agent === winners[0], "another holder stands in the store");
    }),
    promise("queue/release", "who holds a case gives it back, and nobody else can", async ({ queue }) => {
      await queue.claim("C-1", "ann", { now: start, until: later });
      demand(!(await queue.release("C-1", "bob")), "somebody else gave it back");
      demand(!(await queue.release("C-2", "ann")), "a case that nobody holds was given back");
      demand(await queue.release("C-1", "ann"), "the holder could not give it back");
      demand((await queue.holder("C-1", { now: start })) === undefined, "it is held still");
      demand(!(await queue.release("C-1", "ann")), "it was given back twice");
      demand((await queue.claim("C-1", "bob", { now: start, until: later })).claimed, "a released case was not given");
    }),
    promise("queue/expiry", "a claim ends at its instant, not before, by the caller's time alone", async ({ queue }) => {
      await queue.claim("C-1", "ann", { now: start, until: later });
      demand(!(await queue.claim("C-1", "bob", { now: later - 1, until: later + 1 })).claimed, "it was given away before its end");
      demand((await queue.holder("C-1", { now: later - 1 }))?.agent === "ann", "the holder lost it before its end");
      demand((await queue.holder("C-1", { now: later })) === undefined, "it was held at its end");
      demand((await queue.claim("C-1", "bob", { now: later, until: later + 1 })).claimed, "it was not free at its end");
    }),
    promise("queue/no-end", "a claim without an end holds until it is released", async ({ queue }) => {
      await queue.claim("C-1", "ann", { now: start });
      const year = start + 366 * 86_400_000;
      demand(!(await queue.claim("C-1", "bob", { now: year })).claimed, "it was given away");
      demand((await queue.holder("C-1", { now: year }))?.until === null, "it has an end");
    }),
    promise("queue/renew", "who holds a case renews it: only its end moves", async ({ queue }) => {
      const first = await queue.claim("C-1", "ann", { now: start, until: later });
      const again = await queue.claim("C-1", "ann", { now: later - 1, until: later + 10 });
      demand(again.claimed && again.claim.until === later + 10, "the end did not move");
      demand(again.claimed && again.claim.since === start, "it counts from the renewal");
      demand(fenceOf(first) === fenceOf(again), "the fence grew although nobody else held it");
    }),
    promise("queue/fence", "the fence grows whenever a case passes on, after a release too", async ({ queue }) => {
      const first = fenceOf(await queue.claim("C-1", "ann", { now: start, until: later }));
      await queue.release("C-1", "ann");
      const second = fenceOf(await queue.claim("C-1", "ann", { now: start, until: later }));
      const third = fenceOf(await queue.claim("C-1", "bob", { now: later + 5, until: later + 9 }));
      demand(first < second && second < third, `the fences were ${first}, ${second}, ${third}`);
    }),
    promise("queue/held-by", "what an agent holds, by the time of claiming, without what has ended", async ({ queue }) => {
      await queue.claim("C-2", "ann", { now: start + 1 });
      await queue.claim("C-1", "ann", { now: start });
      await queue.claim("C-3", "ann", { now: start, until: later });
      await queue.claim("C-4", "bob", { now: start });
      await queue.claim("C-5", "ann", { now: start });
      await queue.release("C-5", "ann");
      const held = (await queue.heldBy("ann", { now: later + 5 })).map(({ caseId }) => caseId).join();
      demand(held === "C-1,C-2", `expected C-1,C-2, got ${held}`);
    }),
    promise("queue/duplicate-work", "who takes a case hears of others at work on the same", async ({ queue }) => {
      await queue.claim("C-1", "ann", { now: start, about: ["order:O-1"] });
      await queue.claim("C-2", "ann", { now: start, about: ["order:O-2"] });
      const taken = await queue.claim("C-3", "bob", { now: start, about: ["customer:K-7", "order:O-1"] });
      const heard = taken.claimed ? taken.others.map(({ caseId, agent }) => `${agent} on ${caseId}`).join() : "";
      demand(heard === "ann on C-1", `expected "ann on C-1", got "${heard}"`);
      demand((await queue.atWorkOn(["order:O-1"], { now: start, except: "ann" })).length === 1, "an agent's own work counts as double");
      demand((await queue.atWorkOn(["order:O-9"], { now: start })).length === 0, "somebody works on what nobody works on");
      const both = await Promise.all(["eva", "leo"].map((agent) => queue.claim(`C-${agent}`, agent, { now: start, about: ["order:O-8"] })));
      demand(
        both.some((each) => each.claimed && each.others.length === 1),
        "of two at the same time neither heard of the other",
      );
    }),
    promise("queue/messages", "a message belongs to one case, however often it is delivered", async ({ queue }) => {
      const bound = await Promise.all(agentsOf(claimers).map((_, index) => queue.bindMessage("M-1", `C-${index}`)));
      demand(bound.filter(({ first }) => first).length === 1, `${bound.filter(({ first }) => first).length} bound it first`);
      demand(new Set(bound.map(({ caseId }) => caseId)).size === 1, "it was bound to several cases");
      const [{ caseId } = { caseId: "" }] = bound.filter(({ first }) => first);
      demand(bound[0]?.caseId === caseId, "it is not bound to the first");
      demand((await queue.bindMessage("M-2", "C-1")).first, "another message was taken for it");
    }),
    promise("queue/odd-arguments", "what names nothing or is no instant is refused", async ({ queue }) => {
      const odd: readonly [string, () => Promise<unknown>][] = [
        ["an empty case", () => queue.claim("", "ann", { now: start })],
        ["an empty agent", () => queue.claim("C-1", "", { now: start })],
        ["a time that is no number", () => queue.claim("C-1", "ann", { now: Number.NaN })],
        ["an end that isn't after now", () => queue.claim("C-1", "ann", { now: start, until: start })],
        ["an empty message", () => queue.bindMessage("", "C-1")],
      ];
      for (const [what, act] of odd) await demandRefused(what, act);
    }),
  ] satisfies readonly ContractCase[];
}
