import * as z from "zod";
import { readInstant } from "../time/parse-instant.js";
import { field } from "./field.js";

/** An ISO 8601 instant with an offset. An empty text means that nobody knows it. */
export const instantSchema = z.string().refine((value) => value === "" || readInstant(value) !== undefined, {
  error: "is not an instant; expected ISO 8601 with an offset, such as 2026-03-03T15:00:00Z",
});

/** A field that holds an instant. */
export const instant = (description: string, example = "2026-03-03T15:00:00Z") =>
  field(instantSchema, { description, example, kind: "instant" });
