import * as z from "zod";
import { readDuration } from "../time/parse-duration.js";

/** An ISO 8601 duration of weeks, days, hours, minutes and seconds, such as `PT2H`. */
export const durationSchema = z.string().refine((value) => readDuration(value) !== undefined, {
  error: "is not a duration; expected ISO 8601 such as PT2H or PT30M",
});
