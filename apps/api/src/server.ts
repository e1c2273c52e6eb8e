import type { Server, ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { Socket } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { AppEnv } from "./core/context.ts";
import { type ProblemCode, ProblemError, problemBody, problems } from "./core/problem.ts";
import type { TlsOptions } from "./transport/tls.ts";

/** Bounds on what one connection may cost, in milliseconds and bytes. */
const connectionLimits = {
  /** All header fields together. A sign-in cookie and what browsers send is a tenth of it. */
  headerBytes: 16 * 1024,
  headerFields: 100,
  headersMs: 15_000,
  /** The largest blob within it is 320 kB/s. */
  requestMs: 15 * 60_000,
  /** No byte in either direction. */
  silenceMs: 60_000,
  keepAliveMs: 10_000,
  /** How often Node looks for connections that are over their time. */
  checkEveryMs: 5_000,
  connections: 4_096,
};

const codeOfParserError: Record<string, ProblemCode> = {
  HPE_HEADER_OVERFLOW: "header-fields-too-large",
  ERR_HTTP_REQUEST_TIMEOUT: "request-timeout",
};

/** What never became a request still gets a problem for an answer, and the connection ends. */
function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const code = codeOfParserError[error.code ?? ""] ?? "malformed-request";
  const body = JSON.stringify(problemBody(new ProblemError(code)));
  const { status } = problems[code];
  socket.end(
    [
      `HTTP/1.1 ${status} ${code}`,
      "content-type: application/problem+json",
      `content-length: ${Buffer.byteLength(body)}`,
      "connection: close",
      "",
      body,
    ].join("\r\n"),
  );
}

/** Without it a connection stays open for the next request, and a server that stops would wait for it. */
function endConnectionAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("connection", "close");
}

export type RunningServer = {
  /** Where it listens, with the real port when 0 was asked for. */
  port: number;
  /** Takes no more requests, lets those under way finish for at most `graceMs`, then closes every connection. */
  stop: (graceMs: number) => Promise<void>;
};

/** Listens. @throws the system's error when the address cannot be bound. */
export async function listen(
  app: OpenAPIHono<AppEnv>,
  host: string,
  port: number,
  given: Partial<typeof connectionLimits> = {},
  tls?: TlsOptions,
): Promise<RunningServer> {
  const limits = { ...connectionLimits, ...given };
  const serverOptions = {
    maxHeaderSize: limits.headerBytes,
    requireHostHeader: true,
    connectionsCheckingInterval: limits.checkEveryMs,
  };
  // Node's two servers have the same limits; the one with TLS also ends handshakes that take too long.
  const server = createAdaptorServer(
    tls === undefined
      ? { fetch: app.fetch, serverOptions }
      : {
          fetch: app.fetch,
          createServer: createTlsServer,
          serverOptions: { ...serverOptions, ...tls, handshakeTimeout: limits.headersMs },
        },
  ) as Server;
  server.headersTimeout = limits.headersMs;
  server.requestTimeout = limits.requestMs;
  server.timeout = limits.silenceMs;
  server.keepAliveTimeout = limits.keepAliveMs;
  server.maxHeadersCount = limits.headerFields;
  server.maxConnections = limits.connections;
  server.on("clientError", answerBrokenRequest);

  const underWay = new Set<ServerResponse>();
  let stopping = false;
  server.prependListener("request", (_, response: ServerResponse) => {
    underWay.add(response);
    response.once("close", () => underWay.delete(response));
    if (stopping) endConnectionAfter(response);
  });

  const listening = Promise.withResolvers<void>();
  server.once("error", listening.reject);
  server.listen(port, host, listening.resolve);
  await listening.promise;
  server.off("error", listening.reject);
  const bound = server.address();

  return {
    port: typeof bound === "object" && bound !== null ? bound.port : port,
    stop: async (graceMs) => {
      stopping = true;
      for (const response of underWay) endConnectionAfter(response);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(timer);
    },
  };
}
