import type { Shift } from "../roster/shifts.js";

/** Every beginning and end of a shift in order, in columns; at the same instant ends come first. */
export interface ShiftChanges {
  readonly times: Float64Array;
  /** Whose shift it is, its place among the shifts. */
  readonly shift: Int32Array;
  readonly opens: Uint8Array;
}

export function shiftChanges(shifts: readonly Shift[]): ShiftChanges {
  const changes = shifts.flatMap(({ starts, ends }, shift) => [
    ...Array.from(starts, (time) => ({ time, shift, opens: 1 })),
    ...Array.from(ends, (time) => ({ time, shift, opens: 0 })),
  ]);
  changes.sort((left, right) => left.time - right.time || left.opens - right.opens || left.shift - right.shift);
  return {
    times: Float64Array.from(changes, ({ time }) => time),
    shift: Int32Array.from(changes, ({ shift }) => shift),
    opens: Uint8Array.from(changes, ({ opens }) => opens),
  };
}
