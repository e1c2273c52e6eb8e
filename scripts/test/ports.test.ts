import net from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { hold } from "../src/core/lock.ts";
import { isFree, reservePort } from "../src/core/ports.ts";

const servers: net.Server[] = [];
const listen = (port: number, host: string) =>
  new Promise<number>((resolve) => {
    const server = net.createServer();
    servers.push(server);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Far from every port that a stack prefers. */
const quiet = 21_400;

describe("reservePort", () => {
  test("the preferred port where it is free", async () => {
    const reserved = await reservePort("web", quiet);
    expect(reserved).toMatchObject({ port: quiet, insteadOf: undefined });
    await reserved.release();
  });

  test("behavior: the next free port, and which one was taken", async () => {
    await listen(quiet + 10, "127.0.0.1");
    await listen(quiet + 11, "127.0.0.1");
    const reserved = await reservePort("web", quiet + 10);
    expect(reserved).toMatchObject({ port: quiet + 12, insteadOf: quiet + 10 });
    await reserved.release();
  });

  test("behavior: two stacks that look at the same moment get two ports", async () => {
    const both = await Promise.all([reservePort("a", quiet + 20), reservePort("b", quiet + 20)]);
    expect(new Set(both.map(({ port }) => port)).size).toBe(2);
    for (const reserved of both) await reserved.release();
  });

  test("behavior: a released port can be reserved again", async () => {
    const first = await reservePort("web", quiet + 30);
    await first.release();
    const second = await reservePort("web", quiet + 30);
    expect(second.port).toBe(quiet + 30);
    await second.release();
  });
});

describe("isFree", () => {
  test.each(["127.0.0.1", "0.0.0.0", "::"])("false where something listens on %s", async (host) => {
    expect(await isFree(await listen(0, host))).toBe(false);
  });
});

describe("hold", () => {
  test("a held name cannot be taken until it is released", async () => {
    const name = `test ${process.pid}`;
    const held = await hold(name);
    expect(held).toBeDefined();
    expect(await hold(name)).toBeUndefined();
    await held?.release();
    const again = await hold(name);
    expect(again).toBeDefined();
    await again?.release();
  });
});
