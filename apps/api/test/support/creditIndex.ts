import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Hex, toHex } from "viem";

/** What the subgraph would say of a person. */
export type IndexedPerson = {
  createdAt: number | string | null;
  positions?: readonly bigint[];
  /** When a cycle of the person's line was last paid late. */
  lateAt?: number;
};

/**
 * Stands where the subgraph stands for the underwriter and says what a test wants, lies among it: what the real one says is looked at
 * in the browser's stories and in the subgraph's own tests.
 */
export async function creditIndex() {
  const people = new Map<Hex, IndexedPerson>();
  const records = new Map<string, { metInTimeCount: number; defaultCount: number }>();
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { variables } = JSON.parse(body) as { variables: { identity?: Hex; line?: string } };
    response.setHeader("content-type", "application/json");
    if (variables.identity === undefined && variables.line !== undefined) {
      response.end(JSON.stringify({ data: { creditLine: records.get(variables.line) ?? null } }));
      return;
    }
    const person = people.get(variables.identity ?? "0x");
    const poolPositions = (person?.positions ?? []).map((positionId) => ({ positionId: `${positionId}` }));
    const { createdAt = null, lateAt } = person ?? {};
    const since = typeof createdAt === "number" ? `${createdAt}` : createdAt;
    const identity = person && { createdAt: since, accounts: [{ poolPositions }] };
    const creditEvents = lateAt === undefined ? [] : [{ timestamp: `${lateAt}` }];
    response.end(JSON.stringify({ data: { identity: identity ?? null, creditEvents } }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    people,
    /** Of the line of an identity by its number. */
    record: (identity: bigint, metInTimeCount: number, defaultCount = 0) =>
      records.set(toHex(identity, { size: 8 }), { metInTimeCount, defaultCount }),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
