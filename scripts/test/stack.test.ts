import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { quantity, rpc } from "../src/core/rpc.ts";
import { PartDiedError, StackRunningError, StoppedError } from "../src/errors.ts";
import { type PartName, stackAddresses, startStack } from "../src/index.ts";

const fixture = path.join(import.meta.dirname, "fixtures/stack.ts");

let stateDir: string;
beforeEach(() => {
  stateDir = mkdtempSync(path.join(tmpdir(), "qti-stack-"));
});
afterEach(() => rmSync(stateDir, { recursive: true, force: true }));

const answers = (url: string) =>
  rpc(url, "eth_chainId", [], quantity).then(
    () => true,
    () => false,
  );

describe("startStack", { timeout: 180_000 }, () => {
  test("contracts stand and GraphQL shows their events; nothing answers after the stop", async () => {
    const stack = await startStack({ stateDir, parts: ["graph-node"] });
    const { rpc: url = "", graphql = "", contracts } = stack.addresses;
    expect(stackAddresses.parse(JSON.parse(readFileSync(stack.stackFile, "utf8")))).toEqual(stack.addresses);
    expect(Object.keys(contracts)).toEqual(
      expect.arrayContaining(["accessManager", "stakingVault", "qtiToken"]),
    );

    const query = JSON.stringify({ query: "{ _meta { block { number } } }" });
    const response = await fetch(graphql, { method: "POST", body: query });
    const head = await rpc(url, "eth_blockNumber", [], quantity);
    expect(await response.json()).toEqual({ data: { _meta: { block: { number: head } } } });

    await stack.stop();
    expect(await answers(url)).toBe(false);
    expect(existsSync(stack.stackFile)).toBe(false);
  });

  test("error: StackRunningError for a second stack on the same folder, while another folder is fine", async () => {
    const parts: PartName[] = ["chain"];
    const first = await startStack({ stateDir, parts });
    await expect(startStack({ stateDir, parts })).rejects.toBeInstanceOf(StackRunningError);

    const other = mkdtempSync(path.join(tmpdir(), "qti-stack-"));
    const beside = await startStack({ stateDir: other, parts });
    expect(beside.addresses.rpc).not.toBe(first.addresses.rpc);
    await Promise.all([first.stop(), beside.stop()]);
    rmSync(other, { recursive: true });
  });

  test("error: PartDiedError when a part is killed, with its name", async () => {
    const stack = await startStack({ stateDir, parts: ["postgres"] });
    const pid = Number(
      readFileSync(path.join(stateDir, "postgres-18/postmaster.pid"), "utf8").split("\n")[0],
    );
    process.kill(pid, "SIGKILL");
    await expect(stack.died).rejects.toMatchObject({ part: "postgres" });
    await expect(stack.died).rejects.toBeInstanceOf(PartDiedError);
    await stack.stop();
  });

  test("error: StoppedError when the start is given up, and the next start works", async () => {
    const abort = new AbortController();
    const report = () => abort.abort();
    const given = startStack({ stateDir, parts: ["contracts", "postgres"], signal: abort.signal, report });
    await expect(given).rejects.toBeInstanceOf(StoppedError);
    const next = await startStack({ stateDir, parts: ["postgres"] });
    await next.stop();
  });

  test("behavior: after a kill -9 nothing runs on, no lock is left, and the next start gets the same ports", async () => {
    // Far from the usual one, which other stacks take and free while this test runs.
    const ports = { rpc: 18_645 };
    const killed = spawn(process.execPath, [fixture, stateDir, String(ports.rpc)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await once(createInterface({ input: killed.stdout }), "line");
    const before = stackAddresses.parse(JSON.parse(String(line)));
    killed.kill("SIGKILL");
    await once(killed, "exit");

    const stack = await startStack({ stateDir, parts: ["contracts", "postgres"], ports });
    expect(stack.addresses).toEqual(before);
    expect(existsSync(stack.stackFile)).toBe(true);
    await stack.stop();
  });
});
