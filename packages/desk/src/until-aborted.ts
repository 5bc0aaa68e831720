/** What is asked for, or the signal's reason where it comes first: whoever ignores a signal holds nobody up. */
export function untilAborted<Value>(signal: AbortSignal | undefined, ask: () => PromiseLike<Value> | Value): Promise<Value> {
  return new Promise<Value>((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => reject(signal?.reason);
    signal?.addEventListener("abort", stop, { once: true });
    const end = () => signal?.removeEventListener("abort", stop);
    new Promise<Value>((answer) => answer(ask())).finally(end).then((value) => {
      // It may have been aborted while it was answered.
      if (signal?.aborted === true) stop();
      else resolve(value);
    }, reject);
  });
}
