export {
  createMemoryTimers,
  type DueTimer,
  type FailedDelivery,
  type MemoryTimers,
  type MemoryTimersOptions,
  type PendingTimer,
  type SetTimer,
} from "./memory-timers.js";
