import { createServer, type Server } from "node:http";

/** What graph-node takes for an IPFS node. */
export interface Ipfs {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * graph-node waits for ever unless something answers as IPFS, and then reads every file from disk. This is that
 * something: no content, on loopback only.
 */
export async function startIpfs(port: number): Promise<Ipfs> {
  const server: Server = createServer((request, response) => {
    const known =
      (request.method === "HEAD" && request.url?.startsWith("/ipfs/")) ||
      (request.method === "POST" && request.url?.startsWith("/api/v0/version"));
    response.writeHead(known ? 200 : 404, { "content-type": "application/json" });
    response.end(known && request.method === "POST" ? '{"Version":"0.0.0"}' : undefined);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  server.unref();
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
