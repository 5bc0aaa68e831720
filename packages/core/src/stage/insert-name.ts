/** Puts a name in its place among sorted ones, unless it is there. */
export function insertName(names: string[], name: string): void {
  let at = names.length;
  while (at > 0 && (names[at - 1] as string) > name) at -= 1;
  if (names[at - 1] !== name) names.splice(at, 0, name);
}
