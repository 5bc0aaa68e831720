import standard from "./default-permissions.json" with { type: "json" };

/** The roles of the standard permissions. */
export type Role = "admin" | "agent" | "operations";

/** What the standard permissions speak of. */
export type Action =
  | `case.${"read" | "assign" | "close"}`
  | "note.write"
  | "reply.send"
  | `remedy.${"grant" | "approve"}`
  | "risk.read"
  | `personal_data.${"read" | "erase"}`
  | `policy.${"read" | "test" | "change"}`
  | `${"roster" | "calendar" | "budget" | "role"}.change`
  | `${"report" | "audit"}.read`;

/** Which role may do what, as policy data. A host may add roles and actions of its own. */
export interface Permissions {
  readonly policy: string;
  readonly version: string;
  readonly roles: Readonly<Record<string, readonly string[]>>;
}

/** The standard permissions. Granting a remedy and approving one lie with different roles, admin apart. */
export const defaultPermissions: Permissions = standard;

/**
 * Whether a role may do an action: only what the permissions list is allowed. An unknown role or action is denied, never
 * an error, so a misspelt name can't open a door. There is no wildcard, for the same reason.
 *
 * @example
 * import { can } from "@amends/core/roles";
 * can("agent", "reply.send"); // => true
 * can("agent", "remedy.approve"); // => false
 * can("auditor", "audit.read", { policy: "permissions", version: "1", roles: { auditor: ["audit.read"] } }); // => true
 */
export function can(role: Role | (string & {}), action: Action | (string & {}), permissions: Permissions = defaultPermissions): boolean {
  const allowed: unknown = Object.hasOwn(permissions.roles, role) ? permissions.roles[role] : undefined;
  return Array.isArray(allowed) && allowed.includes(action);
}
