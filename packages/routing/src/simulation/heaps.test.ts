import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventHeap } from "./event-heap.js";
import { WaitingLine } from "./waiting-line.js";

describe("the heaps", () => {
  it("give back what they got in order, however much it is", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 3000 }), (times) => {
        const heap = new EventHeap();
        const line = new WaitingLine(Float64Array.from(times));
        times.forEach((time, index) => {
          heap.push(time, index);
          line.push(index);
        });
        const order: number[] = [];
        for (let left = heap.size; left > 0; left -= 1) {
          order.push(heap.earliest);
          expect(times[heap.pop()]).toBe(order.at(-1));
        }
        expect(order).toEqual([...times].sort((left, right) => left - right));
        expect(heap.earliest).toBe(Infinity);
        const waiting: number[] = [];
        for (let left = line.size; left > 0; left -= 1) {
          waiting.push(line.first);
          line.pop();
        }
        expect(waiting).toEqual(
          [...times.keys()].sort((left, right) => (times[left] as number) - (times[right] as number) || left - right),
        );
        expect(line.first).toBe(-1);
      }),
      { numRuns: 40 },
    );
  });
});
