import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/**
 * A server in front of another one until the test ends, and its port. Who left before the whole question was there, and who asks while
 * the other one is away, is cut off: for them it is a failure, for the test it is none.
 */
export async function standBefore(
  answer: (request: IncomingMessage, body: Buffer<ArrayBuffer>, response: ServerResponse) => Promise<void>,
): Promise<number> {
  const server = createServer((request, response) => {
    bodyOf(request)
      .then((body) => answer(request, body, response))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return (server.address() as AddressInfo).port;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
