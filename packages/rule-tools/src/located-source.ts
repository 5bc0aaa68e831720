import type { Finding } from "@amends/core/errors";
import { readJson, type JsonSource } from "@amends/core/rules";
import * as z from "zod";
import type { SourceFile } from "./source-file.js";

/** A JSON file whose values know their places. */
export interface LocatedSource {
  readonly path: string;
  readonly value: unknown;
  readonly json: JsonSource;
  /** A finding at a place of the file; `part: "key"` points at the key in place of its value. */
  finding(at: readonly PropertyKey[], what: Omit<Finding, "file" | "path" | "line" | "column">, part?: "key"): Finding;
}

/** Reads a JSON file strictly, or says what is wrong with it and where. */
export function readSource({ path, text }: SourceFile): { source: LocatedSource } | { findings: Finding[] } {
  const read = readJson(text);
  if ("findings" in read) return { findings: read.findings.map((finding) => ({ ...finding, file: path })) };
  const { source: json } = read;
  const { value, place } = json;
  return {
    source: {
      path,
      value,
      json,
      finding: (at, what, part) => ({ ...what, file: path, path: z.core.toDotPath(at), ...place(at, part) }),
    },
  };
}
