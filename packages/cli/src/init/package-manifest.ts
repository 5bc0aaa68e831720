import { basename, resolve } from "node:path";
import { version } from "../version.js";

/** The package.json of a policy repository in a folder. */
export function packageManifest(folder: string): Record<string, unknown> {
  const name = basename(resolve(folder))
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+|[._-]+$/g, "");
  return {
    name: name === "" ? "policies" : name,
    private: true,
    description: "After-sales policies and their tests.",
    scripts: {
      check: "amends check",
      fmt: "amends fmt",
      test: "amends test --coverage --min-coverage 100",
    },
    devDependencies: { amends: `^${version}` },
    engines: { node: ">=20.19.0 <21 || >=22.12.0" },
  };
}
