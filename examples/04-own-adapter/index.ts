import { cases, answer } from "./contract.js";
import { parseTracking } from "./parcel-pigeon.js";

const [tracking] = parseTracking(answer);
console.log(`${tracking?.trackingNumber}: ${tracking?.status.replaceAll("_", " ")}, last seen in ${tracking?.events.at(-1)?.place}\n`);

for (const { id, says, skip, run } of cases) {
  if (skip !== undefined) {
    console.log(`– ${id}: ${skip}`);
    continue;
  }
  try {
    await run();
    console.log(`✓ ${id}: ${says}`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`✗ ${id}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
