/** Own properties along `$.a.b[0]`, `$['a']`: written apart from the resolver it is compared with, for paths that were checked before. */
export function referencePath(value: object, path: string): unknown {
  const steps = path.slice(1).replaceAll(/\[(?:'([^']*)'|"([^"]*)"|(\d+))\]/g, (_, one?: string, two?: string, index?: string) => {
    return `.${one ?? two ?? index ?? ""}`;
  });
  let at: unknown = value;
  for (const step of steps.split(".").slice(1)) {
    if (["__proto__", "constructor", "prototype"].includes(step)) return undefined;
    const owner = typeof at === "object" && at !== null ? Object.getOwnPropertyDescriptor(at, step) : undefined;
    if (owner === undefined) return undefined;
    at = Reflect.get(at as object, step);
  }
  return at;
}
