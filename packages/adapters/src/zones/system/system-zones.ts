import type * as NodeFiles from "node:fs";
import { AdapterError } from "@amends/core/errors";
import type { ZoneProvider } from "@amends/core/time";
import { createZoneFileProvider } from "@amends/core/time/zone-files";
import * as z from "zod";
import { checkOptions } from "../../options/parse-options.js";

export interface SystemZonesOptions {
  /** The folder of the compiled zone files. Default: the first there is of `/usr/share/zoneinfo`, `/usr/lib/zoneinfo` and `/etc/zoneinfo`. */
  readonly folder?: string;
  /** The version of the data, where the folder doesn't tell it. */
  readonly version?: string;
}

const adapter = "system-zones";
const usualFolders = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"];
const shape = z.strictObject({ folder: z.string().min(1).optional(), version: z.string().min(1).optional() });

/** Names of zones, without the copies below `posix/` and `right/` and without what else lies in the folder. */
const zoneName = /^(?!(?:posix|right)\/|(?:posixrules|localtime|leapseconds|Factory)$)[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;

/**
 * The time zones of the machine: the files that its operating system keeps up to date, often months ahead of the data in the runtime. Reads
 * the list of files at once, and a zone's file when it is first asked for. For Node, Deno and Bun.
 *
 * The version comes from `tzdata.zi` or `+VERSION` in the folder. Where neither is there and no `version` is given, it is
 * `"system-zones"`, and audits can't tell two states of the data apart.
 *
 * @throws {AmendsError} `invalid_options`.
 * @throws {AdapterError} `not_found` where there are no zone files, `unavailable` where the runtime has no files at all.
 * @example
 * import { systemZones } from "@amends/adapters/zones/system";
 * const read = (folder?: string) => {
 *   try {
 *     return systemZones(folder === undefined ? {} : { folder });
 *   } catch {
 *     return undefined; // a machine without zone files: go on with the runtime's
 *   }
 * };
 * read("/nowhere"); // => undefined
 */
export function systemZones(options: SystemZonesOptions = {}): ZoneProvider {
  checkOptions(adapter, shape, options);
  const { readdirSync, readFileSync } = nodeFiles();
  const read = (path: string): Uint8Array | undefined => {
    try {
      return readFileSync(path);
    } catch {
      return undefined;
    }
  };
  const list = (folder: string): string[] => {
    try {
      return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
    } catch {
      return [];
    }
  };
  const asked = options.folder === undefined ? usualFolders : [options.folder];
  for (const folder of asked) {
    const paths = new Set(list(folder));
    const folders = new Set([...paths].map((path) => path.slice(0, path.lastIndexOf("/"))));
    const names = [...paths].filter((path) => zoneName.test(path) && !folders.has(path));
    if (names.length === 0) continue;
    return createZoneFileProvider({
      name: adapter,
      version: options.version ?? versionIn(folder, read) ?? adapter,
      names,
      read: (zone) => readFileSync(`${folder}/${zone}`),
    });
  }
  throw new AdapterError({ adapter, reason: "not_found", message: `there are no zone files in ${asked.join(", ")}` });
}

function versionIn(folder: string, read: (path: string) => Uint8Array | undefined): string | undefined {
  const [source, plain] = ["tzdata.zi", "+VERSION"].map((name) => new TextDecoder().decode(read(`${folder}/${name}`)?.subarray(0, 200)));
  return /^# version (\S+)/.exec(source ?? "")?.[1] ?? /^\d{4}[a-z]*(?=\s|$)/.exec(plain ?? "")?.[0];
}

/** Without an import, so that what imports this still bundles for browsers. */
function nodeFiles(): typeof NodeFiles {
  const files = globalThis.process?.getBuiltinModule?.("node:fs");
  if (files !== undefined) return files;
  throw new AdapterError({ adapter, reason: "unavailable", message: "this runtime has no files", retryable: false });
}
