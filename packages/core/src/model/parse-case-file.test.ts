import { describe, expect, it } from "vitest";
import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { parseCaseFile, type ParseCaseOptions } from "./parse-case-file.js";

const ticket = { channel: "email" } as const;

function findingsOf(input: unknown, options?: ParseCaseOptions) {
  try {
    parseCaseFile(input, options);
    return [];
  } catch (error) {
    if (!InvalidCaseError.isInstance(error)) throw error;
    return error.findings.map(({ code, path }) => [code, path]);
  }
}

describe("parseCaseFile", () => {
  it("gives the case back as it is", () => {
    const caseFile = { ticket, own: 1, customer: { zone: "Asia/Tokyo" } };
    expect(parseCaseFile(caseFile)).toBe(caseFile);
  });

  it("says everything that is wrong at once, zones and what stages wrote too", () => {
    const calendar = { zone: "Mars/Gale", hours: { mon: [["18:00", "18:00"]] } };
    const findings = findingsOf({
      ticket: { channel: "pigeon", createdAt: "yesterday" },
      customer: { zone: "Mars/Gale", orders: -1 },
      agents: [{ id: "a" }, { zone: "Here/There" }],
      calendars: { "the moon": calendar },
      risk: "high",
      audit: { previous: "abc" },
    });
    expect(findings).toHaveLength(10);
    expect(findings).toEqual(
      expect.arrayContaining([
        ["case_value_invalid", "ticket.channel"],
        ["case_value_invalid", "ticket.createdAt"],
        ["case_value_invalid", "customer.orders"],
        ["case_value_missing", "agents[1].id"],
        ["case_value_invalid", 'calendars["the moon"].hours.mon[0]'],
        ["case_value_invalid", "risk"],
        ["audit_previous_invalid", "audit.previous"],
        ["zone_unknown", "customer.zone"],
        ["zone_unknown", "agents[1].zone"],
        ["zone_unknown", 'calendars["the moon"].zone'],
      ]),
    );
  });

  it("wants a ticket or an event, whatever else is wrong", () => {
    expect(findingsOf({ customer: { orders: -1 } }).map(([, path]) => path)).toEqual(["customer.orders", ""]);
    for (const input of [42, [], null, undefined]) expect(findingsOf(input).map(([, path]) => path)).toEqual([""]);
  });

  it("says each zone once, malformed or unknown", () => {
    expect(findingsOf({ ticket, customer: { zone: "not a zone" } })).toEqual([["case_value_invalid", "customer.zone"]]);
    expect(findingsOf({ ticket, customer: { zone: "Here/There" } })).toEqual([["zone_unknown", "customer.zone"]]);
    const zones = { name: "none", version: "0", has: () => false, offsetAt: () => 0 };
    expect(findingsOf({ ticket, customer: { zone: "Asia/Tokyo" } }, { zones })).toEqual([["zone_unknown", "customer.zone"]]);
  });

  it("calls a required value that is absent or null missing", () => {
    expect(findingsOf({ event: {} })).toEqual([["case_value_missing", "event.kind"]]);
    expect(findingsOf({ event: { kind: null } })).toEqual([["case_value_missing", "event.kind"]]);
    expect(findingsOf({ ticket, agents: [{}] })).toEqual([["case_value_missing", "agents[0].id"]]);
    expect(findingsOf({ ticket, order: { total: { amount: "1.00" } } })).toEqual([["case_value_missing", "order.total.currency"]]);
  });

  it("takes an audit record's hash, null or nothing as the one before", () => {
    for (const audit of [{ previous: "0f".repeat(32) }, { previous: null }, {}, null]) expect(findingsOf({ ticket, audit })).toEqual([]);
    for (const previous of ["", "0F".repeat(32), "0f".repeat(31), 7])
      expect(findingsOf({ ticket, audit: { previous } })).toEqual([["audit_previous_invalid", "audit.previous"]]);
  });

  it("takes an empty text for absent in instants, countries and zones", () => {
    expect(
      findingsOf({
        now: "",
        ticket: { ...ticket, createdAt: "" },
        customer: { country: "", zone: "" },
        order: { shipTo: "" },
        agents: [{ id: "a", zone: "" }],
      }),
    ).toEqual([]);
    const empty = {
      ticket,
      id: "",
      customer: { country: "", zone: "", id: "U" },
      order: { shipTo: "", id: "O" },
      agents: [{ id: "a", zone: "" }, { id: "b" }],
    };
    expect(parseCaseFile(empty)).toEqual({
      ticket,
      id: "",
      customer: { country: null, zone: null, id: "U" },
      order: { shipTo: null, id: "O" },
      agents: [{ id: "a", zone: null }, { id: "b" }],
    });
    expect(findingsOf({ ticket, customer: { country: " " } })).toEqual([["case_value_invalid", "customer.country"]]);
  });

  it("takes countries by their codes of ISO 3166-1", () => {
    const named = { ticket, customer: { country: "EL" }, order: { shipTo: "UK" }, dispute: { country: "UK" } };
    expect(parseCaseFile(named)).toEqual({
      ticket,
      customer: { country: "GR", zone: null },
      order: { shipTo: "GB" },
      dispute: { country: "GB" },
    });
    const official = { ticket, customer: { country: "GR" }, order: { shipTo: "GB" }, dispute: {} };
    expect(parseCaseFile(official)).toBe(official);
  });

  it("takes words that a host adds", () => {
    expect(findingsOf({ ticket: { channel: "pigeon" } }, { words: { channels: ["pigeon"] } })).toEqual([]);
    expect(findingsOf({ ticket: { channel: "pigeons" } }, { words: { channels: ["pigeon"] } })).toHaveLength(1);
    expect(findingsOf({ event: {} }, { words: { caseEventKinds: ["pigeon"] } })).toEqual([["case_value_missing", "event.kind"]]);
  });
});
