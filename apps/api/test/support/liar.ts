import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { Service } from "./service.ts";

/** What the service answered, or what is said in its place. */
export type Answer = { status: number; type: string; text: string };

/** Makes something else of an answer to a path; undefined lets it pass. */
export type Lie = (path: string, answer: Answer) => Answer | undefined | Promise<Answer | undefined>;

export const lying = {
  json: (value: unknown): Answer => ({ status: 200, type: "application/json", text: JSON.stringify(value) }),
  note: (text: string): Answer => ({ status: 200, type: "text/plain; charset=utf-8", text }),
  missing: (): Answer => ({
    status: 404,
    type: "application/problem+json",
    text: JSON.stringify({ type: "/problems/not-found", title: "Nothing", status: 404, code: "not-found" }),
  }),
};

/** A server in front of the service that passes everything on, and lies about what it is told to. */
export async function startLiar(service: Pick<Service, "url" | "config">) {
  let lie: Lie = () => undefined;
  const server = createServer(async (request, response) => {
    const { method = "GET", url: path = "/" } = request;
    const body = await bodyOf(request);
    const headers = new Headers();
    for (const name of ["origin", "cookie", "content-type", "accept", "if-match", "if-none-match"]) {
      const value = request.headers[name];
      if (typeof value === "string") headers.set(name, value);
    }
    const real = await fetch(`${service.url}${path}`, {
      method,
      headers,
      ...(body.length > 0 && { body }),
    });
    const type = real.headers.get("content-type") ?? "application/json";
    const bytes = Buffer.from(await real.arrayBuffer());
    const told =
      method === "GET" ? await lie(path, { status: real.status, type, text: bytes.toString() }) : undefined;
    response.statusCode = told?.status ?? real.status;
    response.setHeader("content-type", told?.type ?? type);
    for (const cookie of real.headers.getSetCookie()) response.appendHeader("set-cookie", cookie);
    response.end(told?.text ?? bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  return {
    url: `http://localhost:${port}`,
    config: service.config,
    /** From now on. */
    lies(next: Lie) {
      lie = next;
    },
    isHonest() {
      lie = () => undefined;
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
