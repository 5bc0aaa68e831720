import type * as z from "zod";
import { AdapterError } from "@amends/core/errors";
import { createHttpClient } from "../../http/http-client.js";
import type { ContractEnvironment } from "../contract-environment.js";

/** What no error of the tiny adapters may quote. */
export const planted = ["planted-key"];

/** The client of the tiny adapters, whose key is planted. */
export const clientOf = (environment: ContractEnvironment) =>
  createHttpClient({ adapter: "tiny", baseUrl: "https://api.example.com", headers: () => ({ key: "planted-key" }), ...environment });

/** What a tiny adapter throws where it can't read an answer. */
export const malformed = () => new AdapterError({ adapter: "tiny", reason: "malformed", message: "another shape than documented" });

/** Reads an answer as a sound adapter does. */
export function read<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw malformed();
  return parsed.data;
}
