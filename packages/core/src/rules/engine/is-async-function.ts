const asynchronousTag = /^\[object (Async|(Async)?Generator)Function]$/;

/** Whether calling a function is known not to give its answer: an async function or a generator. */
export function isAsyncFunction(value: unknown): boolean {
  return typeof value === "function" && asynchronousTag.test(Object.prototype.toString.call(value));
}
