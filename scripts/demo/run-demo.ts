import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readArrivals } from "./arrivals/read-arrivals.js";
import { decideDay } from "./decide/decide-day.js";
import type { DecidedDay } from "./decide/decided-case.js";
import { dayPage } from "./page/day-page.js";
import { readShop } from "./shop/read-shop.js";
import { dayReport } from "./table/day-report.js";
import { painter } from "./table/paint.js";

export interface DemoOptions {
  /** Where to write index.html. */
  readonly folder: string;
  /** How the report names the page; default: its path. */
  readonly pageName?: string;
  readonly print: (line: string) => void;
  /** The width of the terminal in cells. */
  readonly width: number;
  readonly colours: boolean;
}

const casesFolder = fileURLToPath(new URL("./cases", import.meta.url));

/** Decides the day, writes its page and prints its table. */
export async function runDemo({ folder, pageName, print, width, colours }: DemoOptions): Promise<DecidedDay> {
  const day = await decideDay(await readArrivals(casesFolder), readShop(casesFolder));
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "index.html");
  writeFileSync(path, dayPage(day));
  for (const line of dayReport(day, { width, paint: painter(colours), page: pageName ?? path })) print(line);
  return day;
}
