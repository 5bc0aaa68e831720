const longestText = 6000;
const sampleLength = 1500;

/** The parts of a text that are read: all of it, or its beginning, middle and end where it is very long, so that the work has a bound. */
export function sampleSegments(text: string): readonly (readonly [from: number, to: number])[] {
  if (text.length <= longestText) return [[0, text.length]];
  const beginning = longestText - 2 * sampleLength;
  // No part twice: what stands in two of them would count for two.
  const middle = Math.max(beginning, Math.floor((text.length - sampleLength) / 2));
  return [
    [0, beginning],
    [middle, middle + sampleLength],
    [text.length - sampleLength, text.length],
  ];
}
