import { overridePack, type FactPack } from "@amends/core/packs";

const merged = new WeakMap<FactPack<never>, { readonly standard: object; readonly pack: object }>();

/** The standard pack with a host's own before it, made once for each pack that was read: what was read is frozen, and doesn't change. */
export function mergedPack<Value>(standard: FactPack<Value>, own: FactPack<Value> | undefined): FactPack<Value> {
  if (own === undefined) return standard;
  const before = merged.get(own as FactPack<never>);
  if (before?.standard === standard) return before.pack as FactPack<Value>;
  const pack = overridePack(standard, own);
  merged.set(own as FactPack<never>, { standard, pack });
  return pack;
}
