import { describe, expect, it } from "vitest";
import type { HttpClientOptions } from "./http-client-options.js";
import { createHttpClient } from "./http-client.js";

describe("options", () => {
  it.each([
    "",
    "api.example.com",
    "http://api.example.com",
    "ftp://a.b",
    "https://user:pw@a.b",
    "https://a.b/?k=1",
    "https://a.b/#x",
    "http://127.0.0.1.evil.example",
  ])("refuse the address %j", (baseUrl) => {
    expect(() => createHttpClient({ adapter: "shop", baseUrl })).toThrow(TypeError);
  });

  it.each(["https://a.b", "https://a.b/v1/", "http://localhost:8080", "http://127.0.0.1:1/x", "http://[::1]:1"])(
    "take the address %j",
    (baseUrl) => {
      expect(() => createHttpClient({ adapter: "shop", baseUrl })).not.toThrow();
    },
  );

  it.each<Partial<HttpClientOptions>>([
    { timeoutSeconds: 0 },
    { timeoutSeconds: Number.NaN },
    { bodyLimitBytes: 0 },
    { attempts: 0 },
    { attempts: 1.5 },
    { maximumWaitSeconds: -1 },
    { retryBaseSeconds: Number.NaN },
  ])("refuse %j", (odd) => {
    expect(() => createHttpClient({ adapter: "shop", baseUrl: "https://a.b", ...odd })).toThrow(RangeError);
  });
});
