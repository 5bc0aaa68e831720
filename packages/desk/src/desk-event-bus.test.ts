import type { DeskEvents } from "@amends/core/events";
import { describe, expect, it } from "vitest";
import { createDesk } from "./create-desk.js";
import { clock, known, message } from "./testing/watched-desk.js";

describe("a listener", () => {
  it("can't change what is decided, and is told so", async () => {
    const names = ["message_received", "stage_decided", "case_decided", "case_urgent", "approval_needed", "messages_ready"] as const;
    const handled = {
      now: "2026-03-03T15:00:00Z",
      ticket: { channel: "email", text: "My parcel is 45 days late", createdAt: "2026-03-03T15:00:00Z" },
    };
    const desk = createDesk({ clock });
    const failed: string[] = [];
    desk.on("listener_failed", ({ event }) => void failed.push(event));
    const change = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      for (const member of Object.values(value)) change(member);
      for (const key of Object.keys(value)) Reflect.set(value, key, "changed");
    };
    for (const name of names) {
      desk.on(name, (event: DeskEvents[typeof name]) => {
        change(event);
        (event as { caseFile?: unknown }).caseFile = "changed";
      });
    }
    expect(desk.handle(handled)).toEqual(createDesk().handle(handled));
    expect(await desk.process(message, { known })).toEqual(await createDesk({ clock }).process(message, { known }));
    expect(failed).toEqual(expect.arrayContaining(["message_received", "stage_decided", "case_decided", "messages_ready"]));
  });

  it("leaves the outcome for the host to change", () => {
    const desk = createDesk({ clock });
    desk.on("case_decided", () => undefined);
    const decided = desk.handle({ ticket: { channel: "email", text: "Hello", createdAt: "2026-03-03T15:00:00Z" } });
    expect([decided, decided.classification].map(Object.isFrozen)).toEqual([false, false]);
  });

  it("that stops listening isn't told, however often it stops", () => {
    const desk = createDesk({ clock });
    const heard: string[] = [];
    const stop = desk.on("case_decided", () => void heard.push("first"));
    desk.on("case_decided", () => void heard.push("second"));
    stop();
    stop();
    desk.handle({ ticket: { channel: "email", text: "Hello", createdAt: "2026-03-03T15:00:00Z" } });
    expect(heard).toEqual(["second"]);
  });
});
