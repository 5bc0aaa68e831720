import { fileURLToPath } from "node:url";
import { readArrivals } from "./demo/arrivals/read-arrivals.js";
import { decideDay } from "./demo/decide/decide-day.js";
import { readShop } from "./demo/shop/read-shop.js";
const f = "/work/main/scripts/demo/cases";
for (let i = 0; i < 4; i++) { const d = await decideDay(await readArrivals(f), readShop(f)); const m = [...d.milliseconds].sort((a,b)=>a-b); console.log("median", m[37]!.toFixed(2), "sum", m.reduce((a,b)=>a+b).toFixed(0)); }
