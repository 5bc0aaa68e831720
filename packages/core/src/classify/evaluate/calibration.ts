import { isRight, type JudgedAnswer } from "./judged-answer.js";

/** The answers of one band of confidence. */
export interface ReliabilityBand {
  /** From this confidence on, 0 to 1. */
  readonly from: number;
  /** To this one, exclusive but for 1. */
  readonly to: number;
  readonly messages: number;
  /** The mean confidence. */
  readonly confidence: number;
  /** The share that was right. */
  readonly accuracy: number;
}

/** Whether a confidence of 0.8 means that eight of ten are right. */
export interface Calibration {
  readonly messages: number;
  /** The bands that have answers. */
  readonly bands: readonly ReliabilityBand[];
  /** The expected calibration error: how far confidence and share of right answers are apart, in the mean over messages. */
  readonly error: number;
  /** The Brier score of the answers: the mean square of confidence less 1 (right) or 0 (wrong). */
  readonly brier: number;
}

const bandCount = 10;

/** Compares confidence with what came true; null where no answer has a confidence. */
export function calibrationOf(judged: readonly JudgedAnswer[]): Calibration | null {
  const bands = Array.from({ length: bandCount }, () => ({ messages: 0, sum: 0, right: 0 }));
  let squares = 0;
  let messages = 0;
  for (const each of judged) {
    if (each.confidence === undefined) continue;
    const band = bands[Math.min(bandCount - 1, Math.floor(each.confidence * bandCount))];
    if (band === undefined) continue;
    const right = isRight(each) ? 1 : 0;
    messages += 1;
    band.messages += 1;
    band.sum += each.confidence;
    band.right += right;
    squares += (each.confidence - right) ** 2;
  }
  if (messages === 0) return null;
  const error = bands.reduce((sum, band) => sum + Math.abs(band.sum - band.right), 0) / messages;
  const told = bands.flatMap((band, index): ReliabilityBand[] =>
    band.messages === 0
      ? []
      : [
          {
            from: index / bandCount,
            to: (index + 1) / bandCount,
            messages: band.messages,
            confidence: band.sum / band.messages,
            accuracy: band.right / band.messages,
          },
        ],
  );
  return { messages, bands: told, error, brier: squares / messages };
}
