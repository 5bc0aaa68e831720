import { expect, it } from "vitest";
import { onOneLine } from "./on-one-line.js";

it("lets no name begin a line or steer a terminal", () => {
  expect(onOneLine("a\n::error::x\u001B[31m\u202Eb.json")).toBe("a\\u000A::error::x\\u001B[31m\\u202Eb.json");
  expect(onOneLine("订单 – é.policy.json")).toBe("订单 – é.policy.json");
});
