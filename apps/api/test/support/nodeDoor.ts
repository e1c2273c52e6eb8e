import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A way to a node until the test ends: it can lead to another one, and hold what is asked. */
export async function openNodeDoor(rpcUrl: string) {
  let node = rpcUrl;
  let hold: (body: string) => Promise<void> | undefined = () => undefined;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    await hold(body);
    const headers = { "content-type": "application/json" };
    const answer = await fetch(node, { method: "POST", headers, body });
    response.writeHead(answer.status, headers).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadsTo(next: string): void {
      node = next;
    },
    /** What is asked goes on when the promise for it is fulfilled; undefined lets it pass. */
    holds(next: typeof hold): void {
      hold = next;
    },
  };
}
