// Prints where sources of zone data differ: the runtime's own against the machine's zone files, or against those of a folder. A zone that
// differs has its first instant, and the time of its clocks by either source; deadlines in it depend on which is asked.
import { parseArgs } from "node:util";
import { systemZones } from "@amends/adapters/zones/system";
import { createIntlZoneProvider, formatInstant, zoneDifferences, type ZoneProvider } from "@amends/core/time";

const usage = "usage: npm run compare:zones -- [--from 2015-01-01] [--to 2031-01-01] [--folder /usr/share/zoneinfo]";

function readArguments(): { readonly from: number; readonly to: number; readonly folder: string | undefined } {
  try {
    const { values } = parseArgs({
      options: {
        from: { type: "string", default: "2015-01-01" },
        to: { type: "string", default: "2031-01-01" },
        folder: { type: "string" },
      },
    });
    const [from, to] = [values.from, values.to].map((date) =>
      /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN,
    );
    if (from !== undefined && to !== undefined && from < to) return { from, to, folder: values.folder };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}

const { from, to, folder } = readArguments();
const version = process.versions["tz"];
const own = createIntlZoneProvider(version === undefined ? {} : { version });
const files = readFiles();
const zones = Intl.supportedValuesOf("timeZone");
const shared = zones.filter((zone) => files.has(zone));
const differences = zoneDifferences(own, files, { zones: shared, from, to });

const titleOf = ({ name, version: of }: ZoneProvider): string => `${name} ${of}`;
const print = (line: string): void => void process.stdout.write(`${line}\n`);
print(
  `${titleOf(own)} and ${titleOf(files)}, ${formatInstant(from)} to ${formatInstant(to)}: ${shared.length} zones compared, ${differences.length} differ`,
);
for (const { zone, at, first, second } of differences) {
  print(`${zone}  ${formatInstant(at)}  ${own.name} ${clockOf(first)}  ${files.name} ${clockOf(second)}`);
}
const missing = zones.filter((zone) => !files.has(zone));
if (missing.length > 0) print(`without a file: ${missing.join(", ")}`);
process.exitCode = differences.length > 0 || missing.length > 0 ? 1 : 0;

function readFiles(): ZoneProvider {
  try {
    return systemZones(folder === undefined ? {} : { folder });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
}

/** "+05:30", with seconds where there are any. */
function clockOf(offset: number): string {
  const parts = [offset / 3600, (offset / 60) % 60, offset % 60].map((part) => String(Math.trunc(Math.abs(part))).padStart(2, "0"));
  return `${offset < 0 ? "-" : "+"}${parts.slice(0, parts[2] === "00" ? 2 : 3).join(":")}`;
}
