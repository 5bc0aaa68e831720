// Reads a made-up log of a million events and prints how long that takes and how much memory stays in use on the way.
//   npm run measure:compliance -- [events] [seed]
import type { CaseEvent } from "@amends/core/events";
import { compileCalendar } from "@amends/core/time";
import { createCompliance, createLatenessBaseline, type LatenessBaseline } from "@amends/sla/compliance";

const [events = 1_000_000, seed = 1] = process.argv.slice(2).map(Number);
const days = 365;
const steps = 10;
const office: [string, string][] = [["09:00", "18:00"]];
const hours = compileCalendar({
  zone: "Asia/Shanghai",
  hours: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: office },
});

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
function createRandom(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Cases that come evenly over a year; each has about four events, of which the later ones wait for their turn. */
function* madeUpLog(): Generator<CaseEvent> {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const text = (at: number) => new Date(at).toISOString();
  const cases = Math.ceil(events / 4);
  const spacing = (days * 86_400_000) / cases;
  const waiting: { at: number; event: CaseEvent }[] = [];
  let given = 0;
  for (let index = 0; given < events; index += 1) {
    const at = Date.UTC(2025, 0, 1) + index * spacing;
    waiting.sort((one, other) => one.at - other.at);
    while (given < events && (waiting[0]?.at ?? Infinity) < at) {
      yield (waiting.shift() as { event: CaseEvent }).event;
      given += 1;
    }
    const caseId = `C-${index}`;
    const answeredAt = at + random() * 4 * 3_600_000;
    const later = (kind: CaseEvent["kind"], when: number, more: Partial<CaseEvent> = {}) =>
      waiting.push({ at: when, event: { at: text(when), caseId, kind, ...more } });
    const complexity = pick(["simple", "medium", "complex"] as const);
    const said = {
      channel: pick(["email", "live_chat", "phone"] as const),
      language: pick(["en", "de", "es", "ja"]),
      marketplace: pick(["amazon", "ebay", "shopee"]),
      complexity,
    };
    later("received", at, { ...said, sla: { firstResponse: { dueAt: text(at + 7_200_000), percent: 85, rule: said.channel } } });
    if (random() < 0.2) later("transferred", at + (answeredAt - at) / 2);
    later("assigned", answeredAt - 1000, { team: pick(["eu", "us", "cn"]) });
    if (random() < 0.97) later("replied", answeredAt, { by: "human", complexity, handleSeconds: Math.round(60 + random() * 900) });
    later("resolved", answeredAt + random() * 6 * 3_600_000);
  }
}

const megabytes = () => {
  globalThis.gc?.();
  return (process.memoryUsage().heapUsed / 2 ** 20).toFixed(1);
};

function pass(name: string, take: (event: CaseEvent) => void): void {
  const start = performance.now();
  let taken = 0;
  let spent = 0;
  let from = start;
  for (const event of madeUpLog()) {
    take(event);
    taken += 1;
    if (taken % Math.ceil(events / steps) !== 0) continue;
    spent += performance.now() - from;
    console.log(`${name}: ${taken} events, ${(spent / 1000).toFixed(1)} s, ${megabytes()} MB in use`);
    from = performance.now();
  }
}

console.log(`before: ${megabytes()} MB in use`);
const usual = createLatenessBaseline();
pass("baseline", (event) => usual.add(event));
const baseline: LatenessBaseline = usual.result();
const compliance = createCompliance({ lateness: { baseline, hours } });
pass("compliance", (event) => compliance.add(event));
const { overall, log } = compliance.result();
const share = Object.entries(overall.causes ?? {}).map(
  ([factor, seconds]) => `${factor} ${((100 * seconds) / overall.lateSeconds).toFixed(1)} %`,
);
console.log(
  `${log.events} events, ${overall.cases} cases, ${overall.count} of ${overall.total} in time; late by ${overall.lateSeconds} s: ${share.join(", ")}`,
);
