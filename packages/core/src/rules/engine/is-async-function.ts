const asynchronousTags: ReadonlySet<string> = new Set([
  "[object AsyncFunction]",
  "[object AsyncGeneratorFunction]",
  "[object GeneratorFunction]",
]);

/** Whether calling a function is known not to give its answer: an async function or a generator. */
export function isAsyncFunction(value: unknown): boolean {
  return typeof value === "function" && asynchronousTags.has(Object.prototype.toString.call(value));
}
