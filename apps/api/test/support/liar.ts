import type { Service } from "./service.ts";
import { standBefore } from "./standBefore.ts";

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
  const port = await standBefore(async (request, body, response) => {
    const { method = "GET", url: path = "/" } = request;
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
