import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { contextFor } from "@amends/core/stage";
import type { ReturnContext } from "./return-context.js";
import { returnFacts, type GrantedFact } from "./return-packs.js";
import { rightsInScope } from "./rights-in-scope.js";

const granted = (id: string, value: object): GrantedFact => ({ grantor: "law", fact: { id, value } as never });
const right = (id: string, value: object = {}) => granted(id, { kind: "right", reasons: "any", ...value });
const region = granted("region", { kind: "region", name: "nordic", countries: ["NO", "SE"] });
/** The ids of the facts about a buyer, and of those that may be, with what would tell. */
function scope(
  facts: readonly GrantedFact[],
  country?: string,
  marketplace?: string | null,
  unapplied: { granted: GrantedFact; missing: string[] }[] = [],
) {
  const caseFile = { ticket: { channel: "email", marketplace } } as CaseFile;
  const found = rightsInScope({ facts: [...facts], unapplied }, { caseFile, country } as ReturnContext);
  return [found.facts.map(({ fact }) => fact.id), found.possible.map((each) => [each.granted.fact.id, each.missing])];
}

describe("facts about a buyer", () => {
  it("are those of the country, by its code or by a region it is in, and those of everywhere", () => {
    const facts = [region, right("code", { countries: ["NO"] }), right("region", { countries: ["DE", "nordic"] }), right("everywhere")];
    expect(scope(facts, "NO")).toEqual([["code", "region", "everywhere"], []]);
    expect(scope(facts, "SE")).toEqual([["region", "everywhere"], []]);
    expect(scope(facts, "US")).toEqual([["everywhere"], []]);
    expect(scope(facts.toReversed(), "SE")).toEqual([["everywhere", "region"], []]);
    expect(scope([right("named", { countries: ["nordic"] })], "nordic")).toEqual([["named"], []]);
  });

  it("may be any country's and any marketplace's where nobody knows which", () => {
    const facts = [
      region,
      right("both", { countries: ["nordic"], marketplaces: ["fruugo"] }),
      right("law", { countries: ["NO"] }),
      right("everywhere"),
    ];
    expect(scope(facts)).toEqual([
      ["everywhere"],
      [
        ["both", ["ticket.marketplace", "order.shipTo"]],
        ["law", ["order.shipTo"]],
      ],
    ]);
    for (const marketplace of [null, "", undefined])
      expect(scope(facts, "NO", marketplace)).toEqual([["law", "everywhere"], [["both", ["ticket.marketplace"]]]]);
    expect(scope(facts, "NO", "fruugo")).toEqual([["both", "law", "everywhere"], []]);
    expect(scope(facts, "NO", "other")).toEqual([["law", "everywhere"], []]);
  });

  it("may be those whose date nobody knows, which comes first of what lacks", () => {
    const undated = [{ granted: right("dated", { countries: ["NO"] }), missing: ["order.placedAt"] }];
    expect(scope([], "NO", null, undated)).toEqual([[], [["dated", ["order.placedAt"]]]]);
    expect(scope([], undefined, null, undated)).toEqual([[], [["dated", ["order.placedAt", "order.shipTo"]]]]);
    expect(scope([], "US", null, undated)).toEqual([[], []]);
    const none = granted("none", { kind: "no_right", countries: ["NO"], marketplaces: ["fruugo"], reasons: "any" });
    expect(scope([none], "NO", "other")).toEqual([["none"], []]);
  });

  it("are there without a ticket", () => {
    const found = rightsInScope({ facts: [right("market", { marketplaces: ["fruugo"] })], unapplied: [] }, {
      caseFile: {},
      country: "NO",
    } as ReturnContext);
    expect(found.possible[0]?.missing).toEqual(["ticket.marketplace"]);
  });
});

describe("facts in force", () => {
  const fact = (id: string, dates: object = {}) => ({
    id,
    value: { kind: "no_right", because: "It may not.", countries: ["NO"], reasons: "any" },
    source: "s",
    confidence: "A",
    verifiedAt: "2026-01-01",
    ...dates,
  });
  const pack = {
    pack: "ours",
    version: "1.0.0",
    facts: [fact("own.bare"), fact("own.from", { effectiveFrom: "2026-02-01" }), fact("own.to", { effectiveTo: "2026-02-28" })],
  };
  const own = (name: string, caseFile: CaseFile) => {
    const { facts, unapplied } = returnFacts(
      caseFile,
      contextFor({ ...caseFile, now: "2026-06-01T00:00:00Z" }, { packs: { [name]: pack } }),
    );
    const isOwn = ({ fact: { id } }: GrantedFact) => id.startsWith("own.");
    return [
      facts.filter(isOwn).map(({ grantor, fact: { id } }) => [grantor, id]),
      unapplied.filter((each) => isOwn(each.granted)).map((each) => [each.granted.grantor, each.granted.fact.id, each.missing]),
    ];
  };

  it.each([
    ["law/returns", "law", "order.placedAt"],
    ["seller/returns", "seller", "order.placedAt"],
    ["marketplace/returns", "marketplace", "ticket.createdAt"],
  ])("of %s go by the date of what they are about, and those without dates always hold", (name, grantor, path) => {
    const dated = (instant: string | null): CaseFile => ({
      order: { placedAt: path === "order.placedAt" ? instant : "2020-01-01T00:00:00Z" },
      ticket: { channel: "email", createdAt: path === "ticket.createdAt" ? instant : "2020-01-01T00:00:00Z" },
    });
    const ids = (instant: string) => (own(name, dated(instant))[0] as [string, string][]).map(([, id]) => id);
    expect([ids("2026-01-15T00:00:00Z"), ids("2026-02-15T00:00:00Z"), ids("2026-03-15T00:00:00Z")]).toEqual([
      ["own.bare", "own.to"],
      ["own.bare", "own.from", "own.to"],
      ["own.bare", "own.from"],
    ]);
    expect(own(name, dated(null))).toEqual([
      [[grantor, "own.bare"]],
      [
        [grantor, "own.from", [path]],
        [grantor, "own.to", [path]],
      ],
    ]);
  });
});
