const hash = 0x23;
const hyphen = 0x2d;
const underscore = 0x5f;
const space = 0x20;

/** Ids that no label announces and no shape fits are no shorter. */
export const shortestRead = 3;
/** Numbers that are printed in groups have so many digits at least, but for those that begin with `1Z`. */
export const fewestGroupedDigits = 8;

/**
 * Whether ids that nobody knows can be in a text, told by its letters as they are written: most texts have no digits, or short counts,
 * and needn't be folded. A sign that may fold into a letter or a digit counts as one.
 */
export function mayHoldReferences(text: string): boolean {
  let length = 0;
  let ofRun = 0;
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!mayBelong(code)) {
      length = 0;
      ofRun = 0;
      continue;
    }
    length += 1;
    if (isDigit(code)) {
      ofRun += 1;
      digits += 1;
      if (mayBeginGroups(text, at)) return true;
    }
    if (ofRun > 0 && length >= shortestRead) return true;
  }
  return digits >= fewestGroupedDigits;
}

/** Whether a digit may be the one of `1Z`, written together or with one sign between, as groups are. */
function mayBeginGroups(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 0x31 && code < 0x80) return false;
  const next = text.charCodeAt(at + 1);
  if (mayBeZ(next)) return true;
  const isGap = next <= space || (next >= 0x80 && !mayBelong(next));
  return isGap && mayBeZ(text.charCodeAt(at + 2));
}

const mayBeZ = (code: number): boolean => code === 0x7a || code === 0x5a || (code >= 0x80 && mayBelong(code));

function isDigit(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x660 && code <= 0x669) ||
    (code >= 0x6f0 && code <= 0x6f9) ||
    (code >= 0xff10 && code <= 0xff19)
  );
}

/** Whether a code unit may fold into a letter from a to z, a digit, or a sign within ids. */
function mayBelong(code: number): boolean {
  if (code < 0x80)
    return (
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x30 && code <= 0x39) ||
      (code >= 0x41 && code <= 0x5a) ||
      code === hyphen ||
      code === underscore ||
      code === hash
    );
  return (
    code < 0x250 ||
    (code >= 0x660 && code <= 0x6f9) ||
    (code >= 0x1e00 && code <= 0x1eff) ||
    (code >= 0x2000 && code <= 0x2fff) ||
    code >= 0xfe00
  );
}
