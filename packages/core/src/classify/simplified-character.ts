import { traditionalToSimplified } from "./traditional-characters.data.js";

const simplified = new Map<string, string>();
const characters = [...traditionalToSimplified];
for (let index = 0; index + 1 < characters.length; index += 2) simplified.set(characters[index] as string, characters[index + 1] as string);

/** A Han character as simplified script writes it, so that one lexicon reads both scripts; Japanese is folded alike on both sides. */
export function simplifiedCharacter(character: string): string {
  return simplified.get(character) ?? character;
}
