import { refuseMisfits } from "../errors/testing/refuse-misfits.js";
import * as audit from "./index.js";

refuseMisfits([
  ["createAuditRecord", "options", "object", (options) => audit.createAuditRecord(options)],
  ["idempotencyKey", "parts", "list", (parts) => audit.idempotencyKey(parts)],
  ["idempotencyKeys", "shared", "list", (shared) => audit.idempotencyKeys(shared)],
  ["verifyChain", "records", "list", (records) => audit.verifyChain(records)],
  ["verifyChain", "options", "settings", (options) => audit.verifyChain([], options)],
]);
