import { describe, expect, test } from "vitest";
import { accountOf, node, pass, QTI, walletOf } from "../../test/support/chain.ts";
import { AddressUnknownError } from "../errors/address.ts";
import { FaucetTooSoonError } from "../errors/devnet.ts";
import { drip, dripSync } from "./drip.ts";
import { nextDripAt } from "./nextDripAt.ts";

const account = accountOf("ada").address;

describe("drip", () => {
  test("default", async () => {
    const { event } = await dripSync(walletOf("ada"));
    expect(event.args).toEqual({ account, qti: 1_000n * QTI, dollars: 10_000n * 10n ** 6n });
  });

  test("behavior: again after a day", async () => {
    await dripSync(walletOf("ada"));
    await pass(86_400);
    expect((await dripSync(walletOf("ada"))).receipt.status).toBe("success");
  });

  test("error: FaucetTooSoonError", async () => {
    await dripSync(walletOf("ada"));
    await expect(drip(walletOf("ada"))).rejects.toThrow(FaucetTooSoonError);
  });
});

describe("nextDripAt", () => {
  test("default", async () => {
    await dripSync(walletOf("ada"));
    const { timestamp } = await node.getBlock();
    expect(await nextDripAt(node, { account })).toBe(timestamp + 86_400n);
  });

  test("error: AddressUnknownError", async () => {
    const elsewhere = { ...node, chain: { ...node.chain, id: 5 } };
    await expect(nextDripAt(elsewhere, { account })).rejects.toThrow(AddressUnknownError);
  });
});
