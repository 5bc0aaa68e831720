import { describe, expect, it } from "vitest";
import { can, defaultPermissions, type Action, type Permissions } from "./roles.js";

// A record, so that the compiler demands each action.
const actions: Record<Action, true> = {
  "case.read": true,
  "case.assign": true,
  "case.close": true,
  "note.write": true,
  "reply.send": true,
  "remedy.grant": true,
  "remedy.approve": true,
  "risk.read": true,
  "personal_data.read": true,
  "personal_data.erase": true,
  "policy.read": true,
  "policy.test": true,
  "policy.change": true,
  "roster.change": true,
  "calendar.change": true,
  "budget.change": true,
  "report.read": true,
  "audit.read": true,
  "role.change": true,
};

describe("can", () => {
  it("lets admin do everything the types name, and nothing lists an action they don't", () => {
    expect([...(defaultPermissions.roles["admin"] ?? [])].sort()).toEqual(Object.keys(actions).sort());
    for (const allowed of Object.values(defaultPermissions.roles)) {
      for (const action of allowed) expect(Object.keys(actions)).toContain(action);
    }
  });

  it("keeps granting and approving apart", () => {
    for (const role of ["agent", "operations"]) expect(can(role, "remedy.grant") && can(role, "remedy.approve")).toBe(false);
    expect(can("agent", "policy.change")).toBe(false);
    expect(can("operations", "roster.change")).toBe(true);
    expect(can("operations", "personal_data.read")).toBe(false);
  });

  it("denies unknown roles and actions, also those named like built-ins", () => {
    for (const role of ["", "Admin", "root", "__proto__", "constructor", "toString"]) expect(can(role, "case.read")).toBe(false);
    for (const action of ["", "*", "case", "case.*", "length", "__proto__"]) expect(can("admin", action)).toBe(false);
  });

  it("takes a host's permissions, with its own roles and actions", () => {
    const permissions: Permissions = { policy: "permissions", version: "7", roles: { auditor: ["audit.read", "ledger.sign"], agent: [] } };
    expect(can("auditor", "ledger.sign", permissions)).toBe(true);
    expect(can("agent", "reply.send", permissions)).toBe(false);
    expect(can("admin", "case.read", permissions)).toBe(false);
    expect(can("auditor", "audit.read", { ...permissions, roles: { auditor: "audit.read" as never } })).toBe(false);
  });
});
