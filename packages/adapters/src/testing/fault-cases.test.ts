import { AdapterError } from "@amends/core/errors";
import { describe, expect, it } from "vitest";
import { createHttpClient } from "../http/http-client.js";
import type { HttpClientOptions } from "../http/http-client-options.js";
import type { ContractCase } from "./contract-case.js";
import { ContractFailure } from "./contract-case.js";
import type { ContractEnvironment } from "./contract-environment.js";
import { faultCases } from "./fault-cases.js";

const planted = ["planted-order", "planted-token"];
const answer = () => Response.json({ id: "planted-order", lines: [{ sku: "A", count: 1 }] });
type Call = (environment: ContractEnvironment, signal?: AbortSignal) => Promise<unknown>;

function asker(options: Partial<HttpClientOptions> = {}, repeatable = true): (...given: Parameters<Call>) => Promise<unknown> {
  return (environment, signal) => {
    const headers = () => ({ authorization: "planted-token" });
    const client = createHttpClient({ adapter: "shop", baseUrl: "https://api.example.com", headers, ...environment, ...options });
    const request = { operation: "getOrder", path: "/orders/{id}", params: { id: "planted-order" }, repeatable };
    return client.json(signal === undefined ? request : { ...request, signal });
  };
}

const check = (value: unknown) => {
  if (typeof (value as { id?: unknown } | null)?.id !== "string") throw new ContractFailure("there is no id");
};
const checked =
  (ask: Call): Call =>
  async (environment, signal) => {
    const value = await ask(environment, signal);
    if (typeof (value as { id?: unknown } | null)?.id !== "string")
      throw new AdapterError({ adapter: "shop", reason: "malformed", message: "no id" });
    return value;
  };
const sound = checked(asker());

/** Everything a twin can see of a failed call. */
interface Seen {
  readonly error: AdapterError;
  readonly answered: Response | undefined;
}

/** A twin that gives a wrong answer in place of some errors. */
function forgiving(when: (seen: Seen) => boolean): Call {
  return async (environment, signal) => {
    let answered: Response | undefined;
    const fetch: typeof globalThis.fetch = async (...given) => (answered = await environment.fetch(...given));
    try {
      return await sound({ ...environment, fetch }, signal);
    } catch (error) {
      if (AdapterError.isInstance(error) && when({ error, answered })) return { id: "a guess" };
      throw error;
    }
  };
}

const says = (text: string) => (seen: Seen) => seen.error.message.includes(text);
const status = (code: number) => (seen: Seen) => seen.answered?.status === code && seen.error.retryAfterSeconds === undefined;
const isText = ({ answered }: Seen) => answered?.headers.get("content-type")?.startsWith("text/plain") === true;

const twins: Readonly<Record<string, Call>> = {
  none: async (environment, signal) => {
    let calls = 0;
    const fetch: typeof globalThis.fetch = async (...given) => {
      const response = await environment.fetch(...given);
      calls += 1;
      return calls === 1 && response.headers.get("content-type") === "application/json" ? Response.json({ id: 7 }) : response;
    };
    return sound({ ...environment, fetch }, signal);
  },
  timeout: forgiving((seen) => says("no answer within")(seen) && seen.answered === undefined),
  "slow-body": forgiving((seen) => says("no answer within")(seen) && seen.answered !== undefined),
  network: forgiving(says("the connection failed")),
  "401": forgiving(status(401)),
  "404": forgiving(status(404)),
  "422": forgiving(status(422)),
  "429": forgiving(status(429)),
  "503": forgiving(status(503)),
  redirect: forgiving(status(302)),
  "cut-body": forgiving(says("broke off")),
  "half-body": forgiving((seen) => says("is no JSON")(seen) && !isText(seen)),
  "empty-body": forgiving(says("is empty")),
  html: forgiving((seen) => says("is no JSON")(seen) && isText(seen)),
  "not-utf8": forgiving(says("no UTF-8")),
  "huge-body": forgiving(says("larger than")),
  retry: checked(asker({}, false)),
  "retry-after": (environment, signal) =>
    sound({ ...environment, sleep: async (seconds) => environment.sleep(Math.min(1, seconds)) }, signal),
  "too-long": checked(asker({ maximumWaitSeconds: 10_000 })),
  cancel: (environment, signal) =>
    sound(environment, signal).catch((error: unknown) => {
      throw signal?.aborted === true ? new Error("aborted") : error;
    }),
  "wrong-types": asker(),
};

const casesOf = (call: Call) => faultCases({ call, answer, check, planted });

async function failing(cases: readonly ContractCase[]): Promise<string[]> {
  const outcomes = await Promise.all(
    cases.map(({ id, run }) =>
      run().then(
        () => [],
        () => [id],
      ),
    ),
  );
  return outcomes.flat();
}

describe("the cases of faults", () => {
  it("all pass for a sound call", async () => {
    expect(await failing(casesOf(sound))).toEqual([]);
  });

  it("each have a broken twin", () => {
    expect(
      Object.keys(twins)
        .map((name) => `faults/${name}`)
        .toSorted(),
    ).toEqual(
      casesOf(sound)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  it.each(Object.keys(twins))("fail for the twin that breaks %j, and no other does", async (name) => {
    expect(await failing(casesOf(twins[name] as Call))).toEqual([`faults/${name}`]);
  });

  it.each<[string, (secret: string) => unknown]>([
    ["the message", (secret) => new AdapterError({ adapter: "shop", reason: "unavailable", message: secret })],
    [
      "the cause",
      (secret) => new AdapterError({ adapter: "shop", reason: "unavailable", message: "failed", cause: { deep: [new Error(secret)] } }),
    ],
    [
      "a property",
      (secret) => Object.assign(new AdapterError({ adapter: "shop", reason: "unavailable", message: "failed" }), { request: { secret } }),
    ],
  ])("fail where an error holds planted data in %s, and don't quote it", async (_, leaky) => {
    const call: Call = (environment, signal) =>
      sound(environment, signal).catch((error: unknown) => {
        throw AdapterError.isInstance(error) && error.message.includes("the connection failed") ? leaky("planted-token") : error;
      });
    expect(await failing(casesOf(call))).toEqual(["faults/network"]);
    const found = casesOf(call).find(({ id }) => id === "faults/network");
    await expect(found?.run()).rejects.toThrow(/^the error quotes planted data that starts with "pla"$/);
  });

  it("fail for a call that follows redirects, though what it finds there is sound", async () => {
    const call: Call = (environment, signal) => {
      const fetch: typeof globalThis.fetch = (input, init) => environment.fetch(input, { ...init, redirect: "follow" });
      return sound({ ...environment, fetch }, signal);
    };
    expect(await failing(casesOf(call))).toEqual(["faults/redirect"]);
  });

  it("fail for a call that reads a body without end, and end", async () => {
    const call: Call = (environment, signal) =>
      sound(environment, signal).catch(async (error: unknown) => {
        if (!AdapterError.isInstance(error) || !error.message.includes("larger than")) throw error;
        await (await environment.fetch("https://api.example.com/")).text();
        throw error;
      });
    expect(await failing(casesOf(call))).toEqual(["faults/huge-body"]);
  });

  it("fail for a call that ends by itself when stopped, and leave no rejection unhandled", async () => {
    const call: Call = (environment, signal) => (signal === undefined ? sound(environment) : Promise.resolve({ id: "a guess" }));
    expect(await failing(casesOf(call))).toEqual(["faults/cancel"]);
  });

  it("fail for an error of another type", async () => {
    const call: Call = (environment, signal) =>
      sound(environment, signal).catch((error: unknown) => {
        throw AdapterError.isInstance(error) && error.reason === "not_found" ? new Error("planted") : error;
      });
    expect(await failing(casesOf(call))).toEqual(["faults/404"]);
  });
});
