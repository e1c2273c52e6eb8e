import { createWalletClient, custom, http } from "viem";
import { hardhat } from "viem/chains";
import { describe, expect, test } from "vitest";
import { refusing, serve, signer } from "../../test/support/rpc.ts";
import { transferQti } from "../tokens/transferQti.ts";
import { decodeError } from "./decode.ts";
import * as errors from "./index.ts";

const parameters = { to: signer.address, amount: 1n };

/** What the action throws when the node or the wallet answers like this. */
const thrownBy = (error: object) =>
  transferQti(refusing(error), parameters).catch((thrown: unknown) => thrown);

describe("errors of wallets", () => {
  test.each([
    [4001, errors.UserRejectedError],
    [4100, errors.WalletUnauthorizedError],
    [4200, errors.WalletUnsupportedError],
    [4900, errors.WalletDisconnectedError],
    [4901, errors.WalletDisconnectedError],
    [4902, errors.ChainNotAddedError],
    [5750, errors.UpgradeRejectedError],
    [-32002, errors.WalletBusyError],
    [-32005, errors.RateLimitedError],
    [-32601, errors.WalletUnsupportedError],
  ])("behavior: code %s has a class", async (code, expected) => {
    const direct = decodeError({ code, message: "refused" });
    expect(direct).toBeInstanceOf(expected);
    expect(direct).toMatchObject({ walletCode: code });
    expect(await thrownBy({ code })).toBeInstanceOf(expected);
  });

  test("behavior: declining an upgrade is declining", () => {
    expect(decodeError({ code: 5750 })).toBeInstanceOf(errors.UserRejectedError);
    expect(decodeError({ code: 5750 })).toMatchObject({
      name: "UpgradeRejectedError",
      code: "upgrade-rejected",
    });
  });

  test("behavior: a code counts wherever it is nested", () => {
    const nested = { code: -32603, data: { originalError: { code: 4001, message: "User denied" } } };
    expect(decodeError(nested)).toBeInstanceOf(errors.UserRejectedError);
  });
});

describe("errors of nodes", () => {
  test.each([
    ["insufficient funds for gas * price + value", errors.InsufficientFundsError],
    [
      "Sender doesn't have enough funds to send tx. The max upfront cost is: 1",
      errors.InsufficientFundsError,
    ],
    ["nonce too low: next nonce 5, tx nonce 4", errors.NonceError],
    ["Nonce too low. Expected nonce to be 5 but got 4.", errors.NonceError],
    ["nonce too high", errors.NonceError],
    ["replacement transaction underpriced", errors.NonceError],
    ["already known", errors.NonceError],
    ["max fee per gas less than block base fee", errors.FeeTooLowError],
    ["transaction underpriced", errors.FeeTooLowError],
    ["intrinsic gas too low", errors.GasLimitError],
    ["exceeds block gas limit", errors.GasLimitError],
  ])("behavior: %s", async (message, expected) => {
    expect(decodeError({ code: -32000, message })).toBeInstanceOf(expected);
    expect(await thrownBy({ code: -32000, message })).toBeInstanceOf(expected);
  });

  test("behavior: the words of the request are not those of the node", async () => {
    // viem's message repeats maxFeePerGas and gas of the request; only the node's own words may decide.
    const thrown = await transferQti(refusing({ code: -32000, message: "boom" }), {
      ...parameters,
      gas: 1n,
      maxFeePerGas: 2n,
    }).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(errors.UnexpectedError);
  });
});

describe("errors of the way there", () => {
  const walletAt = (url: string, timeout = 10_000) =>
    createWalletClient({ account: signer, chain: hardhat, transport: http(url, { retryCount: 0, timeout }) });

  test("error: RpcUnreachableError", async () => {
    await expect(transferQti(walletAt("http://127.0.0.1:9"), parameters)).rejects.toThrow(
      errors.RpcUnreachableError,
    );
  });

  test("error: RpcUnreachableError for a server that is broken", async () => {
    await serve(
      (_, response) => void response.writeHead(502).end("bad gateway"),
      (url) => expect(transferQti(walletAt(url), parameters)).rejects.toThrow(errors.RpcUnreachableError),
    );
  });

  test("error: RpcTimeoutError", async () => {
    await serve(
      () => {},
      (url) => expect(transferQti(walletAt(url, 50), parameters)).rejects.toThrow(errors.RpcTimeoutError),
    );
  });

  test("error: RateLimitedError", async () => {
    await serve(
      (_, response) => void response.writeHead(429).end(),
      (url) => expect(transferQti(walletAt(url), parameters)).rejects.toThrow(errors.RateLimitedError),
    );
  });

  test("error: WrongChainError", async () => {
    const request = async ({ method }: { method: string }) =>
      method === "eth_chainId" ? "0x1" : `0x${"1".padStart(64, "0")}`;
    const elsewhere = createWalletClient({
      account: signer.address,
      chain: hardhat,
      transport: custom({ request }),
    });
    await expect(transferQti(elsewhere, parameters)).rejects.toThrow(errors.WrongChainError);
  });
});
