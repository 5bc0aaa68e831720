import type { Customer } from "../model/customer.js";

const address = (email: string): string => email.trim().toLowerCase();

/** Whether two are one person: by their ids, else by their e-mail addresses; undefined where neither tells. */
export function isSameCustomer(one: Customer | null | undefined, other: Customer | null | undefined): boolean | undefined {
  if (one?.id && other?.id) return one.id === other.id;
  return one?.email && other?.email ? address(one.email) === address(other.email) : undefined;
}
