/** What a message looks like, whatever it says: its marks, capitals and length. One number a trait; see {@link shapeCount}. */
export function messageShape(text: string, units: Uint16Array, mentions: number): number[] {
  const traits = [0];
  const { questions, exclamations, digits, signs } = countMarks(units);
  if (questions > 0) traits.push(1);
  if (exclamations > 0) traits.push(2);
  if (exclamations > 2) traits.push(3);
  const { capitals, letters, shouted } = countCapitals(text);
  if (letters >= fewestLetters && capitals * 2 > letters) traits.push(4);
  if (shouted > 0) traits.push(5);
  if (shouted > 2) traits.push(6);
  traits.push(7 + lengthBand(units.length));
  if (digits > 0) traits.push(12);
  if (signs > 0) traits.push(13);
  if (mentions === 0) traits.push(14);
  else if (mentions < fewMentions) traits.push(15);
  if (text.includes("\n")) traits.push(16);
  if (text.includes("..") || text.includes("…")) traits.push(17);
  // Much said of no matter a shop knows.
  if (mentions * lettersPerMention < units.length) traits.push(18);
  return traits;
}

/** How many traits there are. */
export const shapeCount = 19;

const fewestLetters = 8;
const fewMentions = 3;
const lettersPerMention = 30;
const shoutedLength = 3;
const longestRead = 6000;

function lengthBand(length: number): number {
  return length < 25 ? 0 : length < 60 ? 1 : length < 120 ? 2 : length < 240 ? 3 : 4;
}

function countMarks(units: Uint16Array) {
  let questions = 0;
  let exclamations = 0;
  let digits = 0;
  let signs = 0;
  for (const unit of units) {
    if (unit === 0x3f || unit === 0x61f) questions += 1;
    else if (unit === 0x21) exclamations += 1;
    else if (unit === 0x30) digits += 1;
    else if (unit === 0x25 || unit === 0x24 || (unit >= 0x20a0 && unit <= 0x20bf) || unit === 0xa3 || unit === 0xa5) signs += 1;
  }
  return { questions, exclamations, digits, signs };
}

/** Capitals of Latin and Cyrillic letters, and words of nothing else. */
function countCapitals(text: string) {
  let capitals = 0;
  let letters = 0;
  let shouted = 0;
  let run = 0;
  let isShouted = true;
  const end = Math.min(text.length, longestRead);
  for (let index = 0; index <= end; index += 1) {
    const unit = index < end ? text.charCodeAt(index) : 0;
    const kind = letterCase(unit);
    if (kind === 0) {
      if (isShouted && run >= shoutedLength) shouted += 1;
      run = 0;
      isShouted = true;
      continue;
    }
    letters += 1;
    run += 1;
    if (kind === 2) capitals += 1;
    else isShouted = false;
  }
  return { capitals, letters, shouted };
}

/** 2 for a capital, 1 for a small letter, 0 for anything else. */
function letterCase(unit: number): 0 | 1 | 2 {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a ? 2 : unit >= 0x61 && unit <= 0x7a ? 1 : 0;
  if (unit >= 0x410 && unit <= 0x42f) return 2;
  if (unit >= 0x430 && unit <= 0x45f) return 1;
  if (unit >= 0xc0 && unit <= 0xde && unit !== 0xd7) return 2;
  if (unit >= 0xdf && unit <= 0xff && unit !== 0xf7) return 1;
  return unit >= 0x100 && unit <= 0x17f ? (unit % 2 === 0 ? 2 : 1) : 0;
}
