export { createAuditRecord, type AuditRecord, type ChainLink } from "./audit-record.js";
export { canonicalJson } from "./canonical-json.js";
export { hashOf } from "./hash-of.js";
export { idempotencyKey, idempotencyKeys, type KeyPart } from "./idempotency-key.js";
export { verifyChain, type ChainBreak, type ChainVerdict } from "./verify-chain.js";
