import type { InboundMessage, MarketplaceAdapter } from "@amends/core/contracts";
import { caseInputSchema, type Money } from "@amends/core/model";
import * as z from "zod";
import type { ContractCase } from "./contract-case.js";
import { demand, fail } from "./contract-case.js";
import { watchedEnvironment, type ContractEnvironment } from "./contract-environment.js";
import { demandShape } from "./demand-shape.js";
import { faultCases } from "./fault-cases.js";
import { identityCase } from "./identity-case.js";

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
    ...(reply === undefined ? [] : replyCases(create, reply)),
    ...(refund === undefined ? [] : refundCases(create, refund)),
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

function refundCases(create: Create, { order, amount, key, answer }: NonNullable<MarketplaceContractOptions["refund"]>): ContractCase[] {
  return [
    {
      id: "refund/submitted",
      says: "a refund that is taken has a reference",
      run: async () => {
        const { environment } = watchedEnvironment((_, request) => answer(request));
        const taken = await create(environment).capabilities.refund?.(order, amount, { key });
        demand(taken?.status === "submitted" && typeof taken.ref === "string" && taken.ref !== "", "there is no reference");
      },
    },
  ];
}

function replyCases(create: Create, { thread, text, answer }: NonNullable<MarketplaceContractOptions["reply"]>): ContractCase[] {
  return [
    {
      id: "reply/sent-once",
      says: "a reply that may have arrived is not sent again",
      run: async () => {
        const { environment, asked } = watchedEnvironment(() => new Response("", { status: 503 }));
        const outcome = await create(environment)
          .capabilities.reply?.({ thread }, text)
          .then(
            () => "sent",
            () => "refused",
          );
        demand(outcome === "refused" && asked.length === 1, `it was ${String(outcome)} after ${asked.length} calls`);
      },
    },
    {
      id: "reply/sent",
      says: "a reply that is taken has an id",
      run: async () => {
        const { environment } = watchedEnvironment((_, request) => answer(request));
        const sent = await create(environment).capabilities.reply?.({ thread }, text);
        demand(typeof sent?.id === "string" && sent.id !== "", "there is no id");
      },
    },
  ];
}

function prefixed(name: string, cases: readonly ContractCase[]): ContractCase[] {
  return cases.map((each) => ({ ...each, id: `${name}/${each.id}` }));
}
