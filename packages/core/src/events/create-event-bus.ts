import mitt from "mitt";

/** Typed events: listeners hear of what happened and can't change it. */
export interface EventBus<Events extends object> {
  /** Listens to one event; the answer stops listening. */
  on<Name extends keyof Events & string>(name: Name, listener: (event: Events[Name]) => void): () => void;
  emit<Name extends keyof Events & string>(name: Name, event: Events[Name]): void;
}

/**
 * A bus whose listeners' errors reach nobody but `onError`.
 *
 * @example
 * import { createEventBus } from "@amends/core/events";
 * const bus = createEventBus<{ done: { id: string } }>();
 * const heard: string[] = [];
 * const stop = bus.on("done", ({ id }) => heard.push(id));
 * bus.emit("done", { id: "C-1" });
 * stop();
 * bus.emit("done", { id: "C-2" });
 * heard; // => ["C-1"]
 */
export function createEventBus<Events extends object>(onError: (name: string, error: unknown) => void = () => {}): EventBus<Events> {
  const emitter = mitt<Record<string, unknown>>();
  return {
    on: (name, listener) => {
      const guarded = (event: unknown) => {
        try {
          const answer: unknown = listener(event as Events[typeof name]);
          if (answer instanceof Promise) answer.catch((error: unknown) => onError(name, error));
        } catch (error) {
          onError(name, error);
        }
      };
      emitter.on(name, guarded);
      return () => emitter.off(name, guarded);
    },
    emit: (name, event) => emitter.emit(name, event),
  };
}
