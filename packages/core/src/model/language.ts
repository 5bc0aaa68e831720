import * as z from "zod";
import { languageCodes } from "./language-codes.js";
import { required } from "./field.js";
import { provenance } from "./provenance.js";

/** The language a ticket is written in; `und` where the text doesn't say. */
export const languageSchema = z.object({
  code: required(z.enum([...languageCodes, "und"]), { description: "The language, an ISO 639-1 code, or und.", example: "en" }),
  confidence: required(z.number().min(0).max(1), { description: "How sure, 0 to 1; 1 where the host gave it.", example: 0.99 }),
  script: required(z.string(), { description: "The script, ISO 15924.", example: "Latn" }),
  source: required(z.enum(["given", "detected"]), { description: "Whether the host gave it or the text told.", example: "detected" }),
  ...provenance,
});

export type Language = z.infer<typeof languageSchema>;
