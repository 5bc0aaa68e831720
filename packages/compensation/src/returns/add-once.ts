/** Adds a name to a list unless it is there: what lacks is told once. Such lists are short, and most stay empty. */
export function addOnce(names: string[], name: string): void {
  if (!names.includes(name)) names.push(name);
}
