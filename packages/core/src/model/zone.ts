import * as z from "zod";
import { field } from "./field.js";

/** An IANA time zone name; whether it exists is for the zone provider to say. An empty text means that nobody knows it. */
export const zoneSchema = z
  .string()
  .max(64)
  .regex(/^([A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*)?$/, { error: "is not a time zone; expected an IANA name such as Asia/Tokyo" });

/** A field that holds a time zone. */
export const zone = (description: string, example = "America/New_York") => field(zoneSchema, { description, example, kind: "zone" });
