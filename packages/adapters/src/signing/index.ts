export { decodeBase64, encodeBase64 } from "./base64.js";
export { verifyEcdsa, type EcdsaCheck } from "./ecdsa.js";
export { equalBytes } from "./equal-bytes.js";
export { failClosed } from "./fail-closed.js";
export { decodeHex, encodeHex } from "./hex.js";
export { digest, hmac, type HashName } from "./hmac.js";
export { verifyHmac, type HmacCheck } from "./verify-hmac.js";
export { headerOf, type WebhookHeaders, type WebhookRequest, type WebhookVerdict } from "./webhook-request.js";
