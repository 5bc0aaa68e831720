// A line end in a file's name could begin a command of the CI service; escape sequences and marks of direction could hide what is there.
const control = /[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** A path or a message as it may be printed: on one line, every control character as its escape. */
export function onOneLine(text: string): string {
  return text.replace(control, (found) => `\\u${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`);
}
