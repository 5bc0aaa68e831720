import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { InboundMessage } from "@amends/core/contracts";
import type { CaseFile } from "@amends/core/model";
import type { Arrival, EmailArrival, OnRecord } from "./arrival.js";
import { readEmail } from "./read-email.js";

interface EmailRecord extends OnRecord {
  readonly file: string;
  readonly title: string;
  readonly language: string;
  readonly marketplace?: string;
}

type Line =
  | ({ readonly title: string; readonly language: string; readonly message: InboundMessage } & OnRecord)
  | { readonly title: string; readonly language: string | null; readonly case: CaseFile };

/** Reads everything that arrives during the day, in the order it arrives. */
export async function readArrivals(folder: string): Promise<readonly Arrival[]> {
  const records = JSON.parse(readFileSync(join(folder, "emails.json"), "utf8")) as readonly EmailRecord[];
  const emails = await Promise.all(records.map((record) => readEmailArrival(folder, record)));
  const others = readdirSync(folder)
    .filter((name) => name.endsWith(".ndjson"))
    .sort()
    .flatMap((name) => readLines(join(folder, name)));
  return [...emails, ...others].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

async function readEmailArrival(folder: string, record: EmailRecord): Promise<EmailArrival> {
  const raw = readFileSync(join(folder, "emails", record.file));
  const received = await readEmail(raw, record.file, record.marketplace);
  const { title, language, customer, orders, known } = record;
  const id = basename(record.file, ".eml");
  return {
    as: "email",
    id,
    title,
    writtenIn: language,
    at: received.message.at,
    raw: raw.toString("utf8"),
    received,
    customer,
    orders,
    known,
  };
}

function readLines(path: string): readonly Arrival[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line, index) => (line.trim() === "" ? [] : [readLine(line, `${basename(path)}:${index + 1}`)]));
}

function readLine(text: string, place: string): Arrival {
  const line = JSON.parse(text) as Line;
  const { title, language } = line;
  if ("message" in line) {
    const { message, customer, orders, known } = line;
    return { as: "message", id: message.id, title, writtenIn: language, at: message.at, message, customer, orders, known };
  }
  const { id, now } = line.case;
  if (!id || !now) throw new Error(`${place}: a case of the demo needs an id and its now`);
  return { as: "case", id, title, writtenIn: line.case.ticket === undefined ? null : language, at: now, caseFile: line.case };
}
