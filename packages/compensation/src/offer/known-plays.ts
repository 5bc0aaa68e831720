import type { Remedies } from "@amends/core/model";
import { copiedList } from "../facts/copied-list.js";

type PlaySteps = NonNullable<Remedies["playSteps"]>;

/** The plays of an answer, each once, and the steps of those that have some. */
export interface KnownPlays {
  readonly plays: readonly string[];
  readonly playSteps: Readonly<PlaySteps>;
}

type PlayEvents = readonly { readonly params: { readonly play: string; readonly steps?: PlaySteps[number]["steps"] | undefined } }[];

const nothing: KnownPlays = { plays: [], playSteps: [] };
const known = new WeakMap<PlayEvents, KnownPlays>();

/** What policies decided to play. Lists that can't change come again and again with case after case: each is read once. */
export function knownPlays(events: PlayEvents): KnownPlays {
  if (events.length === 0) return nothing;
  const before = known.get(events);
  if (before !== undefined) return before;
  const plays: string[] = [];
  const playSteps: PlaySteps = [];
  for (const { params } of events) {
    const { play, steps } = params;
    if (plays.includes(play)) continue;
    plays.push(play);
    if (steps !== undefined) playSteps.push({ play, steps });
  }
  const made = { plays: copiedList(plays), playSteps: copiedList(playSteps) };
  if (Object.isFrozen(events)) known.set(events, made);
  return made;
}

/** Steps for one answer, in objects of its own. */
export function answeredSteps(playSteps: KnownPlays["playSteps"]): PlaySteps {
  const answered = new Array<PlaySteps[number]>(playSteps.length);
  for (let index = 0; index < playSteps.length; index += 1) {
    const { play, steps } = playSteps[index] as PlaySteps[number];
    answered[index] = { play, steps };
  }
  return answered;
}
