import { AdapterError } from "@amends/core/errors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requestAddress } from "./request-address.js";

const address = (params: Record<string, string>, query: Record<string, string | readonly string[] | undefined> = {}) =>
  requestAddress("shop", "https://api.example.com/v1/", { operation: "getOrder", path: "/orders/{id}/lines", params, query });

describe("requestAddress", () => {
  it("fills the path and the query", () => {
    expect(address({ id: "12-3 4/5" }, { a: "1&2", list: ["x", "y"], none: undefined })).toBe(
      "https://api.example.com/v1/orders/12-3%204%2F5/lines?a=1%262&list=x&list=y",
    );
  });

  it("lets no parameter lead to another path or host: it is one part of the path, or refused", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "..",
        ".",
        "../..",
        "%2e%2e",
        "//evil.example",
        "https://evil.example",
        "\\\\evil.example",
        "?a=1",
        "#",
        "@evil",
        "..;/",
        "\t..",
        "．．",
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, (id, value) => {
        let url: URL;
        try {
          url = new URL(address({ id }, { q: value }));
        } catch (error) {
          expect(AdapterError.isInstance(error) && error.reason).toBe("rejected");
          if (id.length > 2) expect((error as Error).message).not.toContain(id);
          return;
        }
        expect(url.host).toBe("api.example.com");
        expect(url.pathname.split("/")).toHaveLength(5);
        expect(url.pathname.startsWith("/v1/orders/") && url.pathname.endsWith("/lines")).toBe(true);
        expect(decodeURIComponent(url.pathname.split("/")[3] ?? "")).toBe(id);
        expect(url.hash).toBe("");
      }),
      { numRuns: 500 },
    );
  });

  it.each(["", ".", "..", "\ud800"])("refuses %j", (id) => {
    expect(() => address({ id })).toThrow('shop: getOrder: "id" can\'t stand in a path');
  });

  it("refuses a parameter that is missing, also one that every object has", () => {
    const ask = (path: string) => () => requestAddress("shop", "https://api.example.com", { operation: "x", path, params: {} });
    expect(ask("/{id}")).toThrow(AdapterError);
    expect(ask("/{toString}")).toThrow(AdapterError);
  });
});
