export { can, defaultPermissions, type Action, type Permissions, type Role } from "./roles.js";
