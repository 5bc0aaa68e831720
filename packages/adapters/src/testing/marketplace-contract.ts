import type { InboundMessage, MarketplaceAdapter } from "@amends/core/contracts";
import { caseInputSchema, type Money } from "@amends/core/model";
import * as z from "zod";
import type { ContractCase } from "./contract-case.js";
import { demand, fail } from "./contract-case.js";
import { watchedEnvironment, type ContractEnvironment } from "./contract-environment.js";
import { demandShape } from "./demand-shape.js";
import { faultCases } from "./fault-cases.js";
import { identityCase } from "./identity-case.js";
import { demandNoLeak } from "./leaks.js";

/** The vendor's answer to a request when all is well. */
type VendorAnswer = (request: Request) => Response | Promise<Response>;

/** What the marketplace contract needs of an adapter. Each capability the adapter declares needs its answers. */
export interface MarketplaceContractOptions {
  readonly create: (environment: ContractEnvironment) => MarketplaceAdapter;
  readonly order?: { readonly id: string; readonly answer: VendorAnswer };
  /** `own` is the id of a message in the answer that the seller wrote. */
  readonly messages?: { readonly since: string; readonly own?: string; readonly answer: VendorAnswer };
  readonly reply?: { readonly thread: string; readonly text: string; readonly answer: VendorAnswer };
  readonly refund?: { readonly order: string; readonly amount: Money; readonly key: string; readonly answer: VendorAnswer };
  readonly planted: readonly string[];
}

const messageShape = z.looseObject({
  id: z.string().min(1),
  at: z.iso.datetime({ offset: true }),
  channel: z.string().min(1),
  from: z.looseObject({}),
  text: z.string(),
});

/**
 * What every marketplace adapter promises of the capabilities it declares.
 *
 * @example
 * import { marketplaceContract } from "@amends/adapters/testing";
 * const create = () => ({ specVersion: "1", name: "shop", capabilities: {} }) as const;
 * marketplaceContract({ create, planted: [] }).map(({ id }) => id); // => ["identity", "marketplace/declared"]
 */
export function marketplaceContract(options: MarketplaceContractOptions): readonly ContractCase[] {
  const { create, order, messages, reply, refund, planted } = options;
  const declared = Object.entries(create(watchedEnvironment(() => fail("the network was used")).environment).capabilities)
    .filter(([, capability]) => capability !== undefined)
    .map(([name]) => name);
  const tried = { order, listMessages: messages, reply, refund };
  const untried = declared.filter((name) => tried[name as keyof typeof tried] === undefined);
  return [
    identityCase(create),
    {
      id: "marketplace/declared",
      says: "every capability that is declared is tried",
      run: async () => demand(untried.length === 0, `no answers are given for ${untried.join(", ")}`),
    },
    ...(order === undefined ? [] : orderCases(create, order, planted)),
    ...(messages === undefined ? [] : messageCases(create, messages, planted)),
    ...(reply === undefined ? [] : replyCases(create, reply, planted)),
    ...(refund === undefined ? [] : refundCases(create, refund, planted)),
  ];
}

type Create = MarketplaceContractOptions["create"];

const stoppedBy = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { signal });

function orderCases(
  create: Create,
  { id, answer }: NonNullable<MarketplaceContractOptions["order"]>,
  planted: readonly string[],
): ContractCase[] {
  const check = (value: unknown) => {
    demandShape(caseInputSchema.shape.order, value, "order");
    demand((value as { id?: unknown } | undefined)?.id === id, "another order came back");
  };
  const call = async (environment: ContractEnvironment, signal?: AbortSignal) =>
    create(environment).capabilities.order?.(id, stoppedBy(signal));
  return prefixed("order", faultCases({ call, answer, check, planted }));
}

function messageCases(
  create: Create,
  { since, own, answer }: NonNullable<MarketplaceContractOptions["messages"]>,
  planted: readonly string[],
): ContractCase[] {
  const check = (value: unknown) => {
    const list = value as readonly InboundMessage[];
    demand(Array.isArray(list), "the messages are no list");
    for (const message of list) demandShape(messageShape, message, "message");
    demand(new Set(list.map((message) => message.id)).size === list.length, "a message came twice");
  };
  const call = async (environment: ContractEnvironment, signal?: AbortSignal) =>
    create(environment).capabilities.listMessages?.(since, stoppedBy(signal));
  const sound = () => call(watchedEnvironment((_, request) => answer(request)).environment) as Promise<readonly InboundMessage[]>;
  return [
    {
      id: "messages/since",
      says: "messages come from the time asked for, oldest first",
      run: async () => {
        const times = (await sound()).map(({ at }) => Date.parse(at));
        demand(times.length > 0, "no message came");
        demand(
          times.every((time, index) => time >= Date.parse(since) && (times[index - 1] ?? 0) <= time),
          "a message is too old or out of place",
        );
      },
    },
    ...(own === undefined
      ? []
      : [
          {
            id: "messages/no-echo",
            says: "what the seller wrote doesn't come back as a customer's message",
            run: async () => demand(!(await sound()).some(({ id }) => id === own), "the seller's own message came back"),
          },
        ]),
    ...prefixed("messages", faultCases({ call, answer, check, planted })),
  ];
}

function refundCases(
  create: Create,
  { order, amount, key, answer }: NonNullable<MarketplaceContractOptions["refund"]>,
  planted: readonly string[],
): ContractCase[] {
  const call = async (environment: ContractEnvironment, signal?: AbortSignal) =>
    create(environment).capabilities.refund?.(order, amount, { key, ...stoppedBy(signal) });
  const check = (value: unknown) => {
    const { status, ref } = (value ?? {}) as { status?: unknown; ref?: unknown };
    demand(status === "submitted" && typeof ref === "string" && ref !== "", "there is no reference");
  };
  return [
    {
      id: "refund/submitted",
      says: "a refund that is taken has a reference",
      run: async () => check(await call(watchedEnvironment((_, request) => answer(request)).environment)),
    },
    {
      id: "refund/key-sent",
      says: "the key that keeps a refund from being paid twice reaches the vendor, the same at each call",
      run: async () => {
        const sent: string[] = [];
        const watching = async (_: number, request: Request) => {
          sent.push(`${request.url}\n${[...request.headers].join("\n")}\n${await request.clone().text()}`);
          return answer(request);
        };
        for (let time = 0; time < 2; time += 1) await call(watchedEnvironment(watching).environment);
        demand(
          sent.some((each) => each.includes(key)),
          "the key was not sent",
        );
        demand(
          sent.length % 2 === 0 && sent.slice(0, sent.length / 2).join() === sent.slice(sent.length / 2).join(),
          "two calls with one key differ",
        );
      },
    },
    sentOnce("refund", "a refund", call, planted),
    ...prefixed("refund", onceOnly(faultCases({ call, answer, check, planted }))),
  ];
}

function replyCases(
  create: Create,
  { thread, text, answer }: NonNullable<MarketplaceContractOptions["reply"]>,
  planted: readonly string[],
): ContractCase[] {
  // What is written to a customer is nobody else's.
  const secret = [...planted, text];
  const call = async (environment: ContractEnvironment, signal?: AbortSignal) =>
    create(environment).capabilities.reply?.({ thread }, text, stoppedBy(signal));
  const check = (value: unknown) => {
    const { id } = (value ?? {}) as { id?: unknown };
    demand(typeof id === "string" && id !== "", "there is no id");
  };
  return [
    {
      id: "reply/sent",
      says: "a reply that is taken has an id",
      run: async () => check(await call(watchedEnvironment((_, request) => answer(request)).environment)),
    },
    sentOnce("reply", "a reply", call, secret),
    ...prefixed("reply", onceOnly(faultCases({ call, answer, check, planted: secret }))),
  ];
}

type Call = (environment: ContractEnvironment, signal?: AbortSignal) => Promise<unknown>;

/** The cases that hold for a call that must not be repeated where it may have arrived. */
function onceOnly(cases: readonly ContractCase[]): readonly ContractCase[] {
  return cases.filter(({ id }) => id !== "faults/retry");
}

function sentOnce(name: string, what: string, call: Call, planted: readonly string[]): ContractCase {
  const silence = () => new Promise<Response>(() => undefined);
  const brokenOff = () => new Response(new ReadableStream({ pull: (controller) => controller.error(new TypeError("terminated")) }));
  const troubles = {
    "a server that is down": () => new Response("", { status: 503 }),
    "no answer": silence,
    "a connection that fails": () => Promise.reject(new TypeError("fetch failed")),
    "an answer that breaks off": brokenOff,
  };
  return {
    id: `${name}/sent-once`,
    says: `${what} that may have arrived is not sent again`,
    run: async () => {
      for (const [trouble, answer] of Object.entries(troubles)) {
        const { environment, asked } = watchedEnvironment(answer, undefined, 0.05);
        const error = await call(environment).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        demand(error !== undefined, `after ${trouble} it counts as sent`);
        demandNoLeak(error, planted);
        demand(asked.length === 1, `after ${trouble} it was sent ${asked.length} times`);
      }
    },
  };
}

function prefixed(name: string, cases: readonly ContractCase[]): ContractCase[] {
  return cases.map((each) => ({ ...each, id: `${name}/${each.id}` }));
}
