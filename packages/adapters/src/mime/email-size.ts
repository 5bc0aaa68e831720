import { byteText } from "./byte-text.js";
import { malformedEmail } from "./malformed-email.js";

/** How much of an e-mail is read. */
interface SizeLimits {
  readonly lines: number;
  /** Those that aren't as long as an attachment's; they cost more. */
  readonly shortLines: number;
  readonly parts: number;
}

/** Attachments come in lines of 76 letters without a space. */
const attachmentLineLetters = 60;

/** A line that begins with two dashes divides parts only where a boundary is declared; people draw such lines, too. */
const dashedLinesAtMost = 20_000;
const boundariesAtMost = 2000;

/** Lines and parts cost many times their size in memory, so they are counted before they are read. */
export function refuseTooMany(bytes: Uint8Array, limits: SizeLimits): void {
  const boundaries = declaredBoundaries(bytes);
  let lines = 0;
  let shortLines = 0;
  let parts = 0;
  let dashed = 0;
  for (let at = 0; at < bytes.length; ) {
    lines += 1;
    if (lines > limits.lines) throw malformedEmail(`the e-mail has more than ${limits.lines} lines`);
    const next = bytes.indexOf(0x0a, at);
    const end = next < 0 ? bytes.length : next;
    if (end - at < attachmentLineLetters || bytes.subarray(at, at + attachmentLineLetters).includes(0x20)) shortLines += 1;
    if (shortLines > limits.shortLines) throw malformedEmail(`the e-mail has more than ${limits.shortLines} lines of text`);
    if (bytes[at] === 0x2d && bytes[at + 1] === 0x2d) {
      dashed += 1;
      if (boundaries.has(boundaryOf(bytes.subarray(at + 2, Math.min(end, at + 300))))) parts += 1;
    }
    if (parts > limits.parts || dashed > dashedLinesAtMost) throw malformedEmail(`the e-mail has more than ${limits.parts} parts`);
    at = end + 1;
  }
}

function boundaryOf(line: Uint8Array): string {
  return byteText(line).trimEnd().replace(/--$/, "");
}

function declaredBoundaries(bytes: Uint8Array): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, quoted, bare] of byteText(bytes).matchAll(/\bboundary(?:\*0?\*?)?\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/gi)) {
    const boundary = (quoted ?? bare ?? "").trimEnd();
    found.add(boundary).add(boundary.replace(/--$/, ""));
    if (found.size > boundariesAtMost) throw malformedEmail("the e-mail declares too many boundaries");
  }
  return found;
}
