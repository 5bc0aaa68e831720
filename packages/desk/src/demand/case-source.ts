/** Something outside that can complete one key of a case, and takes a call to do so. */
export interface CaseSource {
  readonly key: "order" | "shipment" | "rates";
  /** The members of the key that the case lacks and that the source may tell. */
  readonly tells: readonly string[];
  /** Asks for them: the key as completed, and the adapter that told it; nothing where nobody could tell. Rejects only where it is cancelled. */
  fetch(): Promise<{ readonly value: unknown; readonly by: string } | undefined>;
}

/** The members of an object that nobody filled in. */
export function unknownMembers<Key extends string>(value: object | null | undefined, members: readonly Key[]): readonly Key[] {
  return members.filter((member) => ((value as Record<string, unknown> | null | undefined)?.[member] ?? null) === null);
}
