import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export type Received = { method: string; path: string; headers: IncomingMessage["headers"]; body: Buffer };
export type Answer = { status: number; type?: string; body?: string | Uint8Array };

/**
 * A real HTTP server on loopback that answers as a test says: the API as one wishes it, or as one fears it.
 */
export async function apiServer(answer: (request: Received) => Answer | Promise<Answer>) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const { method = "", url: path = "", headers } = request;
    const seen = { method, path, headers, body: Buffer.concat(chunks) };
    received.push(seen);
    const { status, type = "application/json", body = "" } = await answer(seen);
    response.writeHead(status, { "content-type": type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export function json(value: unknown, status = 200): Answer {
  return { status, body: JSON.stringify(value) };
}

export function problem(status: number, title: string, detail?: string): Answer {
  const body = JSON.stringify({ type: "https://qti.example/problems/x", title, status, detail });
  return { status, type: "application/problem+json", body };
}
