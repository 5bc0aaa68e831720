import * as z from "zod";
import type { HttpClientOptions } from "../http/http-client-options.js";
import { networkOptions } from "./parse-options.js";

/** How an adapter reaches its vendor; the same for every adapter, and all of it optional. */
export type TransportOptions = Pick<
  HttpClientOptions,
  | "fetch"
  | "clock"
  | "random"
  | "sleep"
  | "timeoutSeconds"
  | "attempts"
  | "retryBaseSeconds"
  | "maximumWaitSeconds"
  | "bucket"
  | "onAttempt"
>;

/** The shape of {@link TransportOptions}, to be spread into an adapter's own. */
export const transportShape = {
  ...networkOptions,
  retryBaseSeconds: z.number().nonnegative().max(86_400).optional(),
  maximumWaitSeconds: z.number().nonnegative().max(86_400).optional(),
  bucket: z.custom<object>((value) => typeof value === "object" && value !== null, { error: "expected a token bucket" }).optional(),
} as const;
