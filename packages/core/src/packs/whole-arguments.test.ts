import { refuseMisfits } from "../errors/testing/refuse-misfits.js";
import * as packs from "./index.js";

const pack = { pack: "shop/terms", version: "1.0.0", facts: [] } as never;

refuseMisfits([
  ["factsInForce", "pack", "object", (given) => packs.factsInForce(given, 0)],
  ["factInForce", "pack", "object", (given) => packs.factInForce(given, 0)],
  ["isInForce", "fact", "object", (fact) => packs.isInForce(fact, 0)],
  ["overridePack", "standard", "object", (standard) => packs.overridePack(standard, pack)],
  ["overridePack", "host", "settings", (host) => packs.overridePack(pack, host)],
  ["overrideFindings", "standard", "object", (standard) => packs.overrideFindings(standard, pack)],
  ["overrideFindings", "host", "object", (host) => packs.overrideFindings(pack, host)],
  ["packFindings", "pack", "object", (given) => packs.packFindings(given, "2026-03-03")],
  ["packFindings", "today", "text", (today) => packs.packFindings(pack, today)],
]);
