import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CaseFile } from "@amends/core/model";
import type { Arrival } from "../demo/arrivals/arrival.js";
import { readArrivals } from "../demo/arrivals/read-arrivals.js";
import { readShop, withLane, type Shop } from "../demo/shop/read-shop.js";
import { generateEvents } from "./generate-events.js";
import type { GivenCase, GivenMessage, ProgramInput } from "./program/program-input.js";
import { texts } from "./program/texts.data.js";

/** What the program is handed beside zone data: the example, the demo's day, texts, the standard policies with their tests, a log. */
export async function readProgramInput(): Promise<Omit<ProgramInput, "zoneData">> {
  const casesFolder = fileURLToPath(new URL("../demo/cases", import.meta.url));
  const shop = readShop(casesFolder);
  const arrivals = await readArrivals(casesFolder);
  const example = JSON.parse(readFileSync("tests/fixtures/example-45-days.json", "utf8")) as { in: CaseFile };
  const files = readdirSync("packages")
    .map((name) => `packages/${name}/policies`)
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
  return {
    cases: [{ name: "example", caseFile: example.in }, ...arrivals.map((arrival) => givenOf(arrival, shop))],
    roster: shop.roster,
    calendars: shop.calendars,
    rates: shop.rates,
    texts: [...texts, ...arrivals.flatMap(textOf)],
    policies: files.filter(({ path }) => path.endsWith(".policy.json")),
    tests: files.filter(({ path }) => path.endsWith(".test.json")),
    events: generateEvents(),
  };
}

function givenOf(arrival: Arrival, shop: Shop): GivenMessage | GivenCase {
  if (arrival.as === "case") return { name: arrival.id, caseFile: withLane(arrival.caseFile, shop.lanes) };
  const { id: name, customer, orders } = arrival;
  const known = withLane(arrival.known, shop.lanes);
  if (arrival.as === "message") return { name, message: arrival.message, customer, orders, known, attachments: [] };
  const { message, attachments } = arrival.received;
  const photos = attachments.filter(({ type }) => type.startsWith("image/")).length;
  const claim = known.claim ? { claim: { ...known.claim, photos } } : {};
  return { name, message, customer, orders, known: { ...known, ...claim }, attachments };
}

function textOf(arrival: Arrival): { readonly name: string; readonly text: string }[] {
  const text =
    arrival.as === "case" ? arrival.caseFile.ticket?.text : arrival.as === "message" ? arrival.message.text : arrival.received.message.text;
  return text ? [{ name: arrival.id, text }] : [];
}
