/**
 * A copy of plain data that nobody can change; what isn't a plain object or a list, such as an error, is handed on as it is. Neither
 * cycles nor depth stop it.
 */
export function frozenCopy<Value>(value: Value): Value {
  const copies = new Map<object, object>();
  const copyOf = (member: unknown): unknown => {
    if (!isPlain(member)) return member;
    const copy = copies.get(member) ?? (Array.isArray(member) ? [] : {});
    copies.set(member, copy);
    return copy;
  };
  const copied = copyOf(value) as Value;
  // What is added while it runs has its turn too.
  for (const [original, copy] of copies) {
    for (const [key, member] of Object.entries(original)) {
      Object.defineProperty(copy, key, { value: copyOf(member), enumerable: true });
    }
    Object.freeze(copy);
  }
  return copied;
}

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
