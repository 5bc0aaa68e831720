import type { ActionOutcome, PayoutAction, PayoutActions } from "../payout-action.js";

/** How the other side behaves. */
export interface BankTraits {
  /** Holds to keys: the same key twice does it once. */
  readonly repeatable?: boolean;
  /** Can be asked by the key. */
  readonly answers?: boolean;
}

/** The other side of payouts: it does what it is asked for as often as it is asked, and counts. */
export interface CountingBank {
  readonly action: PayoutAction;
  readonly actions: PayoutActions;
  /** How often each step was done, less how often it was undone, by step. */
  readonly paid: ReadonlyMap<string, number>;
  /** How often each step was done in all. */
  readonly runs: ReadonlyMap<string, number>;
  /** What happened, such as "do a" and "undo a". */
  readonly log: readonly string[];
  /** Called before anything is done and after; it may throw or answer in the bank's place. */
  interfere: (when: "before" | "after", what: string) => Promise<ActionOutcome | undefined> | ActionOutcome | undefined;
}

const add = (map: Map<string, number>, name: string, by: number) => map.set(name, (map.get(name) ?? 0) + by);

export function countingBank({ repeatable = false, answers = true }: BankTraits = {}): CountingBank {
  const [paid, runs] = [new Map<string, number>(), new Map<string, number>()];
  const log: string[] = [];
  const known = new Set<string>();
  const deed = (word: "do" | "undo", by: number): Omit<PayoutAction, "undo"> => ({
    repeatable,
    run: async ({ id }, { key }) => {
      const before = await bank.interfere("before", `${word} ${id}`);
      if (before !== undefined) return before;
      if (!(repeatable && known.has(key))) {
        known.add(key);
        log.push(`${word} ${id}`);
        add(paid, id, by);
        add(runs, `${word} ${id}`, 1);
      }
      return (await bank.interfere("after", `${word} ${id}`)) ?? { status: "done", result: { ref: `${word}-${id}` } };
    },
    ...(answers
      ? {
          find: async ({ id }, { key }) => {
            log.push(`find ${word} ${id}`);
            return known.has(key) ? { status: "done", result: { ref: `${word}-${id}` } } : { status: "absent" };
          },
        }
      : {}),
  });
  const action: PayoutAction = { ...deed("do", 1), undo: deed("undo", -1) };
  const bank: CountingBank = { action, actions: { refund: action }, paid, runs, log, interfere: () => undefined };
  return bank;
}
