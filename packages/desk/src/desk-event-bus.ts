import { createEventBus, type DeskEvents, type EventBus } from "@amends/core/events";
import { frozenCopy } from "./frozen-copy.js";

/**
 * The bus of a desk. Listeners get frozen copies: one that changed a case while it is decided would change what is decided next, and
 * the audit would tell of it as of the policies' decision. Where nobody listens nothing is copied.
 */
export function createDeskEventBus(): EventBus<DeskEvents> {
  const listening = new Map<keyof DeskEvents, number>();
  const count = (name: keyof DeskEvents, by: number) => listening.set(name, (listening.get(name) ?? 0) + by);
  const bus: EventBus<DeskEvents> = createEventBus<DeskEvents>((event, error) => {
    if (event !== "listener_failed") emit("listener_failed", { event, error });
  });
  const emit: EventBus<DeskEvents>["emit"] = (name, event) => {
    if ((listening.get(name) ?? 0) > 0) bus.emit(name, frozenCopy(event));
  };
  return {
    on: (name, listener) => {
      const stop = bus.on(name, listener);
      let isListening = true;
      count(name, 1);
      return () => {
        stop();
        if (isListening) count(name, -1);
        isListening = false;
      };
    },
    emit,
  };
}
