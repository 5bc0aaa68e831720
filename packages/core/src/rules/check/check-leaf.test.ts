import { describe, expect, it } from "vitest";
import { formatPath } from "../../errors/json-path.js";
import { checkLeaf } from "./check-leaf.js";
import type { Policy } from "../policy.js";
import { policyOf, vocabulary } from "../testing/sample-vocabulary.js";

const parameters: NonNullable<Policy["parameters"]> = { days: 45, issues: { value: ["small", "large"] }, range: [1, 2], wrong: "x" };
const check = (fact: string, operator: string, value: unknown, path?: string) =>
  checkLeaf({ fact, operator, value, ...(path === undefined ? {} : { path }) }, [], policyOf({ parameters }), vocabulary).map(
    ({ code, at }) => [code, formatPath(at)],
  );

describe("checkLeaf", () => {
  it.each<[string, string, unknown]>([
    ["customer.vip", "equal", true],
    ["customer.orders", "greaterThan", 5],
    ["customer.orders", "between", [1, 5]],
    ["customer.orders", "between", { fact: "parameters.range" }],
    ["customer.orders", "between", [{ fact: "parameters.days" }, 90]],
    ["customer.orders", "greaterThan", { fact: "parameters.days" }],
    ["customer.orders", "lessThan", { fact: "customer.complaints" }],
    ["customer.orders", "in", [1, 2]],
    ["order.total", "greaterThan", "100.00"],
    ["order.total", "between", ["10.00", 20]],
    ["order.placedAt", "lessThan", "2026-01-01T00:00:00+01:00"],
    ["order.placedAt", "between", ["2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"]],
    ["sample.size", "equal", "small"],
    ["sample.size", "in", ["small"]],
    ["sample.size", "in", { fact: "parameters.issues" }],
    ["ticket.tags", "contains", "b2b"],
    ["ticket.tags", "containsAny", ["b2b"]],
    ["ticket.text", "startsWith", "Re:"],
    ["sample.size", "startsWith", "s"],
    ["order.placedAt", "startsWith", "2026-"],
    ["customer.orders", "isEven", true],
    ["ticket.text", "isPresent", true],
    ["order", "isPresent", false],
    ["customer", "equal", 5],
    ["parameters.days", "greaterThan", 5],
  ])("accepts %s %s %j", (fact, operator, value) => {
    // Whole objects are only asked for their presence.
    expect(check(fact, operator, value)).toEqual(fact === "customer" ? [["operator_type_mismatch", "operator"]] : []);
  });

  it.each<[string, string, unknown, string, string]>([
    ["customer.vipp", "equal", true, "fact_unknown", "fact"],
    ["parameters.none", "equal", 1, "parameter_unknown", "fact"],
    ["customer.orders", "equal", { fact: "parameters.dayz" }, "parameter_unknown", "value.fact"],
    ["customer.orders", "equal", { fact: "parameters.constructor" }, "parameter_unknown", "value.fact"],
    ["customer.orders", "between", [1, { fact: "parameters.dayz" }], "parameter_unknown", "value[1].fact"],
    ["customer.orders", "equal", { fact: "customer.order" }, "fact_unknown", "value.fact"],
    ["customer.orders", "contains", 1, "operator_type_mismatch", "operator"],
    ["customer.orders", "startsWith", "1", "operator_type_mismatch", "operator"],
    ["customer.vip", "greaterThan", 1, "operator_type_mismatch", "operator"],
    ["ticket.tags", "equal", "b2b", "operator_type_mismatch", "operator"],
    ["ticket.text", "lessThan", "a", "operator_type_mismatch", "operator"],
    ["customer.orders", "greaterThan", "5", "value_type_mismatch", "value"],
    ["customer.orders", "equal", "5", "value_type_mismatch", "value"],
    ["customer.orders", "between", [1], "value_type_mismatch", "value"],
    ["customer.orders", "between", ["1", "2"], "value_type_mismatch", "value"],
    ["customer.orders", "in", 5, "value_type_mismatch", "value"],
    ["customer.orders", "in", [1, "2"], "value_type_mismatch", "value[1]"],
    ["customer.orders", "greaterThan", { fact: "parameters.wrong" }, "value_type_mismatch", "value"],
    ["customer.vip", "equal", "yes", "value_type_mismatch", "value"],
    ["order.total", "greaterThan", "1,000", "value_type_mismatch", "value"],
    ["order.placedAt", "lessThan", "2026-01-01", "value_type_mismatch", "value"],
    ["sample.size", "equal", "smal", "word_unknown", "value"],
    ["sample.size", "in", ["small", "huge"], "word_unknown", "value[1]"],
    ["sample.size", "in", { fact: "parameters.range" }, "word_unknown", "value"],
    ["sample.size", "not:equal", "huge", "word_unknown", "value"],
    ["sample.size", "not:in", ["small", "huge"], "word_unknown", "value[1]"],
    ["sample.size", "someValue:equal", ["small", "huge"], "word_unknown", "value[1]"],
    ["sample.size", "someValue:equal", "small", "value_type_mismatch", "value"],
    ["sample.size", "equal", ["small"], "value_type_mismatch", "value"],
    ["sample.size", "someFact:equal", "small", "operator_type_mismatch", "operator"],
    ["customer.orders", "not:greaterThan", "5", "value_type_mismatch", "value"],
    ["customer.orders", "between", [5, 1], "value_type_mismatch", "value"],
    ["customer.orders", "equal", { a: 1 }, "value_type_mismatch", "value"],
    ["ticket.tags", "contains", ["b2b"], "value_type_mismatch", "value"],
    ["ticket.text", "equal", 5, "value_type_mismatch", "value"],
    ["customer.country", "equal", "UK", "value_type_mismatch", "value"],
    ["customer.country", "in", ["DE", "fr"], "value_type_mismatch", "value[1]"],
  ])("refuses %s %s %j", (fact, operator, value, code, at) => {
    expect(check(fact, operator, value)[0]).toEqual([code, at]);
  });

  it("doesn't judge what a path finds, nor what a list's entries are, nor fact and value that change places", () => {
    expect(check("order.items", "equal", 5, "$[0].price")).toEqual([]);
    expect(check("ticket.tags", "someFact:equal", "b2b")).toEqual([]);
    expect(check("sample.size", "swap:contains", ["small"])).toEqual([]);
    expect(check("sample.size", "not:equal", "small")).toEqual([]);
  });

  it("says what was probably meant, and what suits", () => {
    const found = (fact: string, operator: string, value: unknown) =>
      checkLeaf({ fact, operator, value }, [], policyOf({ parameters }), vocabulary)[0];
    expect(found("customer.country", "equal", "uk")).toMatchObject({ fix: 'did you mean "GB"?' });
    expect(found("customer.country", "equal", "de")).toMatchObject({ fix: 'did you mean "DE"?' });
    expect(found("sample.size", "equal", "Small")).toMatchObject({ fix: 'did you mean "small"?' });
    expect(found("ticket.tags", "equal", "b2b")?.expected).toContain("contains");
    expect(found("sample.size", "equal", ["small"])?.expected).toContain('"in"');
    expect(found("customer.orders", "greaterThan", { fact: "parameters.wrong" })?.message).toContain('the parameter "wrong", which is "x"');
    expect(found("customer.orderz2", "equal", 1)).toMatchObject({ fix: 'did you mean "customer.orders"?' });
    expect(found("customer.nothingNear", "equal", 1)?.expected).toContain("customer.orders");
    expect(found("basket.total", "equal", 1)?.expected).toContain("order.total");
    expect(found("basket.weight", "equal", 1)?.expected).toContain("a name that begins with one of");
    expect(found("parameters.dais", "equal", 1)).toMatchObject({ fix: 'did you mean "days"?' });
  });
});
