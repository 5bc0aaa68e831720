/** Wakes the host at an instant, durably: SLA alerts, follow-ups, notices. Setting a key again moves its timer. */
export interface TimerService {
  readonly specVersion: "1";
  readonly name: string;
  set(key: string, at: string, data: Readonly<Record<string, unknown>>): Promise<void>;
  cancel(key: string): Promise<void>;
}
