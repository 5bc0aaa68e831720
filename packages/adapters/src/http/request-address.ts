import { AdapterError } from "@amends/core/errors";
import type { HttpRequest } from "./http-request.js";

/**
 * The address of a call. Params are encoded, so that none of them can lead to another path or host; one that can't stand in a
 * path is `rejected` before anybody is asked.
 */
export function requestAddress(adapter: string, baseUrl: string, { operation, path, params = {}, query = {} }: HttpRequest): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const encoded = segment(Object.hasOwn(params, name) ? params[name] : undefined);
    if (encoded === undefined)
      throw new AdapterError({ adapter, reason: "rejected", message: `${operation}: "${name}" can't stand in a path` });
    return encoded;
  });
  const url = new URL(`${baseUrl.replace(/\/+$/, "")}/${filled.replace(/^\/+/, "")}`);
  for (const [name, value] of Object.entries(query)) {
    for (const each of typeof value === "string" ? [value] : (value ?? [])) url.searchParams.append(name, each);
  }
  return url.href;
}

function segment(value: string | undefined): string | undefined {
  // A URL drops "." and ".." even where they are encoded.
  if (typeof value !== "string" || value === "" || /^\.{1,2}$/.test(value)) return undefined;
  try {
    return encodeURIComponent(value);
  } catch {
    // Half of a character (a lone surrogate) has no encoding.
    return undefined;
  }
}
