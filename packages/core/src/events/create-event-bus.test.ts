import { describe, expect, it } from "vitest";
import { createEventBus } from "./create-event-bus.js";

describe("createEventBus", () => {
  it("tells every listener, in the order they came, until it stops listening", () => {
    const heard: string[] = [];
    const bus = createEventBus<{ done: string }>();
    const stop = bus.on("done", (id) => void heard.push(`first ${id}`));
    bus.on("done", (id) => void heard.push(`second ${id}`));
    bus.emit("done", "a");
    stop();
    bus.emit("done", "b");
    expect(heard).toEqual(["first a", "second a", "second b"]);
  });

  it("keeps a listener's error from the sender and from other listeners", () => {
    const errors: unknown[] = [];
    const heard: string[] = [];
    const bus = createEventBus<{ done: string }>((name, error) => errors.push([name, (error as Error).message]));
    bus.on("done", () => {
      throw new Error("broken");
    });
    bus.on("done", (id) => void heard.push(id));
    bus.emit("done", "a");
    expect(heard).toEqual(["a"]);
    expect(errors).toEqual([["done", "broken"]]);
  });

  it("catches the rejection of an asynchronous listener", async () => {
    const errors: unknown[] = [];
    const bus = createEventBus<{ done: string }>((_, error) => errors.push((error as Error).message));
    bus.on("done", () => Promise.reject(new Error("later")) as unknown as undefined);
    bus.emit("done", "a");
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    expect(errors).toEqual(["later"]);
  });
});
