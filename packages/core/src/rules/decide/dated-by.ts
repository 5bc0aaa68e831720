const fact = /^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)*$/;

/**
 * The facts that date a policy, the first known one counting: a list, or a text such as `shipment.importedAt ?? shippedAt`, where a
 * bare name stands beside the first one (`shipment.shippedAt`) and `now` is always the time of the decision. A text that can't be
 * read so is undefined.
 */
export function datedBy(text: string): readonly string[] | undefined {
  const [first = "", ...others] = text.split("??").map((part) => part.trim());
  const prefix = first.slice(0, first.lastIndexOf(".") + 1);
  const names = [first, ...others.map((name) => (name === "now" || name.includes(".") ? name : `${prefix}${name}`))];
  return names.every((name) => fact.test(name)) ? [...new Set(names)] : undefined;
}
