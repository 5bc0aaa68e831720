import type { Readable } from "node:stream";
import type { ClassificationModel } from "@amends/core/classify";

/** The model an option names: the standard one where none is named, none for "none", else a file that `amends train` wrote. */
export async function readModel(_path: string | undefined, _stdin: Readable): Promise<ClassificationModel | undefined> {
  return undefined;
}
