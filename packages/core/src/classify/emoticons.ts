/** Faces typed with signs, and the emoji that says the same; the first that fits counts. Runs of signs are read as far as people type them. */
const faces: readonly (readonly [face: RegExp, emoji: string])[] = [
  [/[:=]['’,]-?\({1,40}/y, "😢"],
  [/[:=]-?[([]{1,40}/y, "🙁"],
  [/[:=]-?D{1,40}/y, "😄"],
  [/[:=]['’]?-?[)\]]{1,40}/y, "🙂"],
  [/;-?[)D]{1,40}/y, "😉"],
  [/[:=]-?\*{1,40}/y, "😘"],
  [/[:=]-?[/\\|]/y, "😕"],
  [/<\/3{1,40}/y, "💔"],
  [/<3{1,40}/y, "❤"],
  [/\){2,40}/y, "🙂"],
  [/\({2,40}/y, "🙁"],
];
const starts = Uint8Array.from({ length: 0x80 }, (_, unit) => (":;=<()".includes(String.fromCharCode(unit)) ? 1 : 0));
/** Behind a face nothing goes on: `:(broken)` and `https://` have none. */
const goesOn = /[\p{L}\p{N}/]/u;
/** So far before brackets that close, one that opens is looked for. */
const bracketReach = 80;

/** The emoji that a face of signs stands for, and where the face ends. */
export function emoticonAt(text: string, at: number): { readonly emoji: string; readonly end: number } | undefined {
  if (starts[text.charCodeAt(at)] !== 1) return undefined;
  for (const [face, emoji] of faces) {
    face.lastIndex = at;
    const found = face.exec(text)?.[0];
    if (found === undefined) continue;
    const end = at + found.length;
    if (goesOn.test(text.charAt(end))) continue;
    if (found.startsWith(")") && text.slice(Math.max(0, at - bracketReach), at).includes("(")) return undefined;
    return { emoji, end };
  }
  return undefined;
}
