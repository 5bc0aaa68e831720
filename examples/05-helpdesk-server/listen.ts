import { serve } from "@hono/node-server";
import type { Hono } from "hono";

/** A server can't listen where it was told to; the message says why in one line. */
export class ListenError extends Error {}

/** Serves on this machine alone; port "0" takes any that is free. Rejects with a ListenError where the port can't be had. */
export async function listen(app: Hono, setting: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const port = Number(setting);
  if (!/^\d{1,5}$/.test(setting) || port > 65_535)
    throw new ListenError(`PORT is ${JSON.stringify(setting)}, which is no port: give a number from 0 to 65535, such as PORT=8787.`);
  return new Promise((resolve, reject) => {
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
    server.once("error", (error: Error & { readonly code?: string }) => {
      const why = error.code === "EADDRINUSE" ? "is taken" : `can't be had (${error.code ?? error.name})`;
      reject(new ListenError(`Port ${port} ${why}. Choose another one, such as PORT=${port === 8788 ? 8789 : 8788}.`));
    });
  });
}
