import type { AdapterErrorKind } from "@amends/core/errors";

/**
 * What an HTTP status means for an adapter; undefined for an answer that went well.
 *
 * @example
 * import { statusReason } from "@amends/adapters/http";
 * [200, 401, 404, 429, 422, 503].map(statusReason); // => [undefined, "auth", "not_found", "rate_limited", "rejected", "unavailable"]
 */
export function statusReason(status: number): AdapterErrorKind | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 401 || status === 403) return "auth";
  if (status === 404 || status === 410) return "not_found";
  if (status === 425 || status === 429) return "rate_limited";
  if (status === 408 || status >= 500) return "unavailable";
  return "rejected";
}
