import { cpus } from "node:os";

/** What kind of machine measured, without its name. */
export function describeMachine(): string {
  const processors = cpus();
  return `${processors[0]?.model.trim() ?? "unknown processor"} (${processors.length} cores), ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}
