import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** Where a file finds a schema that stands in a folder `schemas` beside it or above, from its own folder; undefined where there is none. */
export function localSchema(file: string, name: string): string | undefined {
  const start = dirname(resolve(file));
  for (let at = start; ; at = dirname(at)) {
    const path = join(at, "schemas", name);
    if (existsSync(path)) {
      const way = relative(start, path).split(sep).join("/");
      return way.startsWith(".") ? way : `./${way}`;
    }
    if (at === dirname(at)) return undefined;
  }
}
