import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";

/** A line between pages and a service that can be cut while something is said on it, and mended. */
export async function cuttableLine(service: string) {
  let isCut = false;
  const server = createServer((request, response) => {
    if (isCut) {
      request.socket.destroy();
      return;
    }
    const { method, headers } = request;
    const onward = ask(new URL(request.url ?? "/", service), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    response.on("close", () => onward.destroy());
    onward.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    isCut = true;
    server.closeAllConnections();
  };
  return {
    cut,
    mend: () => {
      isCut = false;
    },
    end: () => {
      cut();
      server.close();
    },
    /** From now on the page asks for addresses that begin with `path` over this line. */
    lay: async (page: Page, path: string): Promise<void> => {
      await page.route(
        (url) => url.href.startsWith(new URL(path, service).href),
        (route, request) => {
          const { pathname, search } = new URL(request.url());
          return route.continue({ url: `http://127.0.0.1:${port}${pathname}${search}` });
        },
      );
    },
  };
}
