import { standBefore } from "./standBefore.ts";

/** A way to a node until the test ends: it can lead to another one, and hold what is asked. */
export async function openNodeDoor(rpcUrl: string) {
  let node = rpcUrl;
  let hold: (body: string) => Promise<void> | undefined = () => undefined;
  const port = await standBefore(async (_, question, response) => {
    const body = question.toString();
    await hold(body);
    const headers = { "content-type": "application/json" };
    const answer = await fetch(node, { method: "POST", headers, body });
    response.writeHead(answer.status, headers).end(await answer.text());
  });
  return {
    url: `http://127.0.0.1:${port}`,
    leadsTo(next: string): void {
      node = next;
    },
    /** What is asked goes on when the promise for it is fulfilled; undefined lets it pass. */
    holds(next: typeof hold): void {
      hold = next;
    },
  };
}
