import { once } from "node:events";
import { createServer } from "node:http";
import type { WorkerMetrics } from "./worker-metrics.ts";

/**
 * Serves `/metrics` and `/health` to whoever reaches the port.
 * @param port 0 for any that is free.
 * @throws the system's error where it is taken.
 */
export async function serveMetrics(
  metrics: Pick<WorkerMetrics, "read" | "look">,
  port: number,
): Promise<AsyncDisposable & { readonly port: number }> {
  // However many ask at once, the database is asked once.
  let reading: ReturnType<WorkerMetrics["read"]> | undefined;
  const read = (): ReturnType<WorkerMetrics["read"]> => {
    reading ??= metrics.read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
  const server = createServer(async (request, response) => {
    try {
      if (request.url === "/metrics") {
        const { type, text } = await read();
        response.writeHead(200, { "content-type": type }).end(text);
      } else if (request.url === "/health") {
        await metrics.look();
        response.writeHead(200, { "content-type": "text/plain" }).end("ok\n");
      } else response.writeHead(404).end();
    } catch {
      response.writeHead(503, { "content-type": "text/plain" }).end("the database does not answer\n");
    }
  });
  server.listen(port);
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
