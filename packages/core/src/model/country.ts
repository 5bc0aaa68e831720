import * as z from "zod";
import { field } from "./field.js";

/** An ISO 3166-1 alpha-2 country code. An empty text means that nobody knows it. */
export const countrySchema = z.string().regex(/^([A-Z]{2})?$/, { error: "is not a country; expected ISO 3166-1 alpha-2 such as US" });

/** A field that holds a country. */
export const country = (description: string, example = "US") => field(countrySchema, { description, example, kind: "country" });
