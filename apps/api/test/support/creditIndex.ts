import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Hex, toHex } from "viem";

/** What the subgraph would say of a person. */
export type IndexedPerson = { createdAt: number; positions?: readonly bigint[] };

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
    if (variables.line !== undefined) {
      response.end(JSON.stringify({ data: { creditLine: records.get(variables.line) ?? null } }));
      return;
    }
    const person = people.get(variables.identity ?? "0x");
    const poolPositions = (person?.positions ?? []).map((positionId) => ({ positionId: `${positionId}` }));
    const identity = person && { createdAt: `${person.createdAt}`, accounts: [{ poolPositions }] };
    response.end(JSON.stringify({ data: { identity: identity ?? null } }));
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
