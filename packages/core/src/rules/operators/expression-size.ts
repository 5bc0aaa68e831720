/** How large an expression is, counted without compiling it. */
export interface ExpressionSize {
  /** Steps as written, every repetition once. */
  readonly written: number;
  /** Steps once repetitions are written out: never fewer than the compiled expression has. */
  readonly expanded: number;
  /** Classes that cost far more to read than they are long: `\p{…}`, and ranges of more than 1,000 characters. */
  readonly wideClasses: number;
}

interface Group {
  written: number;
  expanded: number;
  /** What the last part added to `expanded`: what a repetition behind it repeats. */
  last: number;
}

/**
 * One item of an expression outside a class: an escape, how a group opens, a counted repetition, or any character. Each is short, so
 * that scanning stays linear.
 */
const item =
  /\\(?:x\{[^}]{0,9}\}|[pP]\{[^}]{0,99}\}|[pP][^]|Q|[^])|\(\?P?<[^>]{0,99}>|\(\?[A-Za-z-]{0,9}[:)]|\{(\d{1,9})(,?)(\d{0,9})\}|[^]/uy;
const classItem = /\\(?:x\{[^}]{0,9}\}|x[^]{2}|[pP]\{[^}]{0,99}\}|[pP][^]|[0-7]{1,3}|[^])|\[:\^?[a-z]{0,9}:\]|[^]/uy;
const wide = 1_000;
const countedAtMost = 1_000_000_000;

/** Counts the steps of an expression of RE2 syntax in one pass. What is no expression gets a count as well. */
export function expressionSize(pattern: string): ExpressionSize {
  const open: Group[] = [];
  let group: Group = { written: 0, expanded: 0, last: 0 };
  let wideClasses = 0;
  let at = 0;
  const add = (steps: number): void => {
    group.written += steps;
    group.expanded += steps;
    group.last = steps;
  };
  const repeat = (steps: number): void => {
    const expanded = Math.min(steps, countedAtMost);
    group.expanded += expanded - group.last;
    group.last = expanded;
  };
  while (at < pattern.length) {
    item.lastIndex = at;
    const found = item.exec(pattern) as RegExpExecArray;
    const [text, least, comma, most] = found;
    at = item.lastIndex;
    if (least !== undefined)
      repeat(repeated(group.last, Number(least), comma === "" ? Number(least) : most === "" ? undefined : Number(most)));
    else if (text === "\\Q") {
      const end = pattern.indexOf("\\E", at);
      const quoted = pattern.slice(at, end === -1 ? undefined : end).length;
      add(quoted);
      group.last = Math.min(1, quoted);
      at = end === -1 ? pattern.length : end + 2;
    } else if (text === "[") {
      const read = readClass(pattern, at);
      wideClasses += read.wideClasses;
      at = read.end;
      add(1);
    } else if (text === "(" || (text.startsWith("(?") && !text.endsWith(")"))) {
      open.push(group);
      group = { written: 0, expanded: 0, last: 0 };
    } else if (text === ")") {
      const inner = group;
      group = open.pop() ?? { written: 0, expanded: 0, last: 0 };
      // A group that captures has a step at either end, and an empty one a step that does nothing.
      group.written += Math.max(1, inner.written) + 2;
      group.last = Math.max(1, inner.expanded) + 2;
      group.expanded += group.last;
    } else if (text === "|" || text === "*" || text === "+" || text === "?") {
      // A loop over what may be empty, or a choice of which one is empty, takes two.
      group.written += 2;
      group.expanded += 2;
      group.last = text === "|" ? 0 : group.last + 2;
    } else if (!text.startsWith("(?")) {
      if (/^\\[pP]/.test(text)) wideClasses += 1;
      add(1);
    }
  }
  for (const outer of open) {
    group.written += outer.written;
    group.expanded += outer.expanded;
  }
  return { written: group.written, expanded: group.expanded, wideClasses };
}

/** `x{2,}` is two and a loop, `x{2,4}` is two and two that can be left out. */
function repeated(steps: number, least: number, most: number | undefined): number {
  if (most === undefined) return steps * Math.max(1, least) + 2;
  return steps * least + (steps + 1) * Math.max(0, most - least);
}

/** Reads a class from behind its bracket; it ends with a bracket that isn't its first member. */
function readClass(pattern: string, from: number): { end: number; wideClasses: number } {
  let at = pattern[from] === "^" ? from + 1 : from;
  const first = at;
  let wideClasses = 0;
  let before: string | undefined;
  while (at < pattern.length) {
    classItem.lastIndex = at;
    const [text] = classItem.exec(pattern) as RegExpExecArray;
    if (text === "]" && at > first) return { end: at + 1, wideClasses };
    at = classItem.lastIndex;
    if (text === "-" && before !== undefined && pattern[at] !== "]") {
      classItem.lastIndex = at;
      const [end] = classItem.exec(pattern) ?? [""];
      at += end.length;
      if (!isNarrow(before, end)) wideClasses += 1;
      before = undefined;
      continue;
    }
    if (/^\\[pP]/.test(text)) wideClasses += 1;
    before = text;
  }
  return { end: at, wideClasses };
}

/** Whether a range has few characters; one that begins or ends with an escape isn't looked into unless it is of one byte. */
function isNarrow(start: string, end: string): boolean {
  const [low, high] = [start, end].map(codePointOf);
  return low !== undefined && high !== undefined && high - low <= wide;
}

function codePointOf(member: string): number | undefined {
  const digits = /^\\x\{?([0-9A-Fa-f]+)\}?$/.exec(member)?.[1];
  if (digits !== undefined) return Number.parseInt(digits, 16);
  return member.startsWith("\\") ? member.codePointAt(1) : member.codePointAt(0);
}
