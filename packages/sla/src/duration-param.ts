import { readDuration } from "@amends/core/time";
import * as z from "zod";

/** A param that holds a duration above zero. */
export const durationParam = (description: string, example: string) =>
  z
    .string()
    .refine((text) => (readDuration(text) ?? 0) > 0, { error: "is not a duration above zero; expected ISO 8601 such as PT2H" })
    .meta({ description, example });
