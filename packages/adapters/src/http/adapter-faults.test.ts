import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import type { HttpClientOptions } from "./http-client-options.js";
import { clientOf, errorOf, order } from "./testing/scripted-client.js";

describe("a fault of the adapter's own functions", () => {
  const leaky = () => {
    throw new Error("planted body");
  };
  const told = async (answer: () => Response, options: Partial<HttpClientOptions>) => {
    const error = await errorOf(clientOf(answer, options).client.json(order));
    expect(inspect(error, { depth: 9 })).not.toContain("planted");
    return error;
  };

  it("in onAttempt changes no call", async () => {
    const { client } = clientOf((call) => (call === 1 ? new Response("", { status: 503 }) : Response.json({ id: 1 })), {
      onAttempt: leaky,
    });
    expect(await client.json(order)).toEqual({ id: 1 });
    expect((await told(() => new Response("", { status: 401 }), { onAttempt: leaky })).reason).toBe("auth");
  });

  it("in reasonOf is malformed, or what the status says", async () => {
    expect((await told(() => Response.json({}), { reasonOf: leaky })).reason).toBe("malformed");
    expect((await told(() => new Response("", { status: 404 }), { reasonOf: leaky })).reason).toBe("not_found");
  });

  it("in errorCodeOf leaves the status alone", async () => {
    expect(await told(() => new Response("", { status: 404 }), { errorCodeOf: leaky })).toMatchObject({
      reason: "not_found",
      message: expect.stringMatching(/HTTP 404$/) as string,
    });
  });

  it("in fetch is malformed where what it gives is no response", async () => {
    expect((await told(() => ({}) as Response, {})).reason).toBe("malformed");
    expect((await told(() => undefined as unknown as Response, {})).reason).toBe("malformed");
  });

  it("in the body it sends is rejected before anything is sent", async () => {
    const { client, calls } = clientOf(() => Response.json({}));
    const error = await errorOf(client.json({ ...order, method: "POST", json: { amount: 1n } }));
    expect(error).toMatchObject({ reason: "rejected" });
    expect(calls()).toBe(0);
  });
});
