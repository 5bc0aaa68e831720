import { serve } from "@hono/node-server";
import type { Hono } from "hono";

/** Serves on this machine alone; port 0 takes any that is free. */
export async function listen(app: Hono, port: number): Promise<{ readonly url: string; close(): Promise<void> }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" }, (address) =>
      resolve({
        url: `http://127.0.0.1:${address.port}`,
        close: () =>
          new Promise((closed) => {
            if ("closeAllConnections" in server) server.closeAllConnections();
            server.close(() => closed());
          }),
      }),
    );
  });
}
