import type { FactDefinition, FactKind, FactSources } from "../facts/fact-definition.js";
import { instantToTheSecond } from "../facts/instant-to-the-second.js";
import { Lacking } from "../facts/lacking.js";
import type { CaseFile } from "../model/case-file.js";
import { snapshot } from "./snapshot.js";

/** Reads the value that rules see of a fact, undefined where it is absent; `unread` where that takes more. */
export type QuickReader = (caseFile: CaseFile, sources: FactSources) => unknown;

/** What a quick reader answers where a fact lacks something that has another name, and of money that is there. */
export const unread = Symbol("unread");

type Members = Readonly<Record<string, unknown>>;

/**
 * A quick way to read a fact where it is the same for every policy; undefined for one that never is. It reads what `factReader` reads, without
 * saying what is missing: that is always the fact itself.
 */
export function quickReader(name: string, definition: FactDefinition | undefined): QuickReader | undefined {
  const kind = definition?.kind ?? "any";
  if (name === "now") return undefined;
  const derive = definition?.derive;
  const given: QuickReader = derive ?? atPath(name.split("."));
  // An amount is another to each currency of a policy's; one that is not there isn't.
  if (kind === "money") return derive === undefined ? (caseFile, sources) => unreadIfThere(given(caseFile, sources)) : undefined;
  return (caseFile, sources) => seen(kind, given(caseFile, sources));
}

function unreadIfThere(given: unknown): unknown {
  return given === undefined || given === null ? undefined : unread;
}

/** A value as rules see it; undefined where it is absent. */
function seen(kind: FactKind, given: unknown): unknown {
  const value = typeof given === "object" ? plain(given) : given;
  switch (kind) {
    case "country":
    case "zone":
      return value === "" ? undefined : value;
    case "instant":
      return value === unread ? unread : instantToTheSecond(value);
    default:
      return value;
  }
}

function plain(value: object | null): unknown {
  return value === null ? undefined : value instanceof Lacking ? unread : snapshot(value);
}

function atPath(path: readonly string[]): QuickReader {
  const [first, second] = path as [string, string];
  if (path.length === 1) return (caseFile) => member(caseFile, first);
  if (path.length === 2) return (caseFile) => member(member(caseFile, first), second);
  return (caseFile) => {
    let at: unknown = caseFile;
    for (const key of path) at = member(at, key);
    return at;
  };
}

/** An own member of an object; undefined where there is none. */
function member(of: unknown, name: string): unknown {
  if (typeof of !== "object" || of === null) return undefined;
  const value = (of as Members)[name];
  return value === undefined || Object.hasOwn(of, name) ? value : undefined;
}
