import { createPublicClient, custom, http } from "viem";
import { hardhat } from "viem/chains";
import { describe, expect, test } from "vitest";
import { contracts, node, url } from "../../test/support/chain.ts";
import { AddressUnknownError } from "../errors/address.ts";
import { RpcUnreachableError } from "../errors/wallet.ts";
import { addresses } from "../generated/addresses.ts";
import { getContracts } from "./getContracts.ts";

const other = `0x${"12".repeat(20)}` as const;
const names = ["stakingVault"] as const;

describe("getContracts", () => {
  test("default", async () => {
    expect(await getContracts(node, { names: ["stakingVault", "qtiToken"] })).toEqual({
      stakingVault: contracts.stakingVault,
      qtiToken: contracts.qtiToken,
    });
  });

  test("behavior: the generated addresses are those of the deployment", () => {
    expect(addresses[31337]).toEqual(contracts);
  });

  test("behavior: what the chain of the client says wins over what was generated", async () => {
    const chain = { ...hardhat, contracts: { stakingVault: { address: other } } };
    const client = createPublicClient({ chain, transport: http(url) });
    expect(await getContracts(client, { names })).toEqual({ stakingVault: other });
  });

  test("behavior: what is given wins over all", async () => {
    const chain = { ...hardhat, contracts: { stakingVault: { address: contracts.qtiToken } } };
    const client = createPublicClient({ chain, transport: http(url) });
    expect(await getContracts(client, { names, contracts: { stakingVault: other } })).toEqual({
      stakingVault: other,
    });
  });

  test("behavior: a client without a chain is asked for its id", async () => {
    const client = createPublicClient({ transport: http(url) });
    expect(await getContracts(client, { names })).toEqual({ stakingVault: contracts.stakingVault });
  });

  test("behavior: contracts by source chain, as some chains have them, are no address", async () => {
    const chain = { ...hardhat, id: 5, contracts: { stakingVault: { 1: { address: other } } } };
    const client = createPublicClient({ chain, transport: http(url) });
    await expect(getContracts(client, { names })).rejects.toThrow(AddressUnknownError);
  });

  test("error: AddressUnknownError", async () => {
    const client = createPublicClient({ chain: { ...hardhat, id: 5 }, transport: http(url) });
    const unknown = getContracts(client, { names });
    await expect(unknown).rejects.toThrow(AddressUnknownError);
    await expect(unknown).rejects.toMatchObject({ contract: "stakingVault" });
  });

  test("error: RpcUnreachableError", async () => {
    const transport = custom(
      { request: () => Promise.reject(new TypeError("fetch failed")) },
      { retryCount: 0 },
    );
    await expect(getContracts(createPublicClient({ transport }), { names })).rejects.toThrow(
      RpcUnreachableError,
    );
  });
});
