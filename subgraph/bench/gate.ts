import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

const call = z.looseObject({
  id: z.unknown(),
  method: z.string(),
  params: z.array(z.unknown()).default([]),
});
const calls = z.union([call, z.array(call)]);

/** A way to a chain that can hide its newest blocks: what is measured then starts when the clock does. */
export interface Gate {
  readonly url: string;
  /** Lets nobody see more than the first blocks, up to this one. */
  shut(head: number): void;
  open(): void;
  stop(): Promise<void>;
}

/** A gate before the chain at `rpc`, open. */
export async function openGate(rpc: string): Promise<Gate> {
  let hidden: string | undefined;
  const pass = async (asked: z.output<typeof call>): Promise<unknown> => {
    if (hidden !== undefined && asked.method === "eth_blockNumber") {
      return { jsonrpc: "2.0", id: asked.id, result: hidden };
    }
    const params = asked.params.map((each) => (each === "latest" && hidden !== undefined ? hidden : each));
    const response = await fetch(rpc, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...asked, params }),
    });
    return await response.json();
  };
  const server = createServer(async (request, response) => {
    try {
      const asked = calls.parse(JSON.parse(await textOf(request)));
      const told = Array.isArray(asked) ? await Promise.all(asked.map(pass)) : await pass(asked);
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(told));
    } catch {
      // The chain is gone; whoever asked tries again.
      response.writeHead(502).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    shut: (head) => {
      hidden = `0x${head.toString(16)}`;
    },
    open: () => {
      hidden = undefined;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
