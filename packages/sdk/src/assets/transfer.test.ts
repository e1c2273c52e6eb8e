import { describe, expect, test } from "vitest";
import {
  accountOf,
  assetOfAda,
  attestationOf,
  contracts,
  node,
  pass,
  SHARE,
  verify,
  walletOf,
} from "../../test/support/chain.ts";
import { ERC7943CannotReceiveError } from "../errors/assets.ts";
import { TransferRefusedError } from "../errors/refusal.ts";
import { UnknownRevertError } from "../errors/revert.ts";
import { ERC20InsufficientAllowanceError, ERC20InsufficientBalanceError } from "../errors/tokens.ts";
import { attestSync } from "../identity/attest.ts";
import { freezeSync } from "../identity/freeze.ts";
import { approveSync } from "../tokens/approve.ts";
import { transferFrom, transferFromSync } from "../tokens/transferFrom.ts";
import { getHolding } from "./getHolding.ts";
import { pauseSync } from "./pause.ts";
import { setFrozenTokensSync } from "./setFrozenTokens.ts";
import { transfer, transferSync } from "./transfer.ts";
import { transferRefusal } from "./transferRefusal.ts";

const ada = accountOf("ada").address;
const ben = accountOf("ben").address;
const amount = 10n * SHARE;

describe("transfer", () => {
  test("default", async () => {
    const asset = await assetOfAda();
    await verify("ben");
    const { event } = await transferSync(walletOf("ada"), { asset, to: ben, amount });
    expect(event.args).toEqual({ from: ada, to: ben, value: amount });
    expect((await getHolding(node, { asset, account: ben })).balance).toBe(amount);
  });

  test("behavior: extractEvent reads the logs of any receipt", async () => {
    const asset = await assetOfAda();
    await verify("ben");
    const hash = await transfer(walletOf("ada"), { asset, to: ben, amount });
    const { logs } = await node.getTransactionReceipt({ hash });
    expect(transfer.extractEvent(logs).args.value).toBe(amount);
  });

  test("error: TransferRefusedError names an unverified receiver", async () => {
    const asset = await assetOfAda();
    const error = await transfer(walletOf("ada"), { asset, to: ben, amount }).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(TransferRefusedError);
    expect(error).toMatchObject({
      refusal: "receiverUnknown",
      shortMessage: "The receiver is not a verified account.",
      next: "Ask the receiver to verify the account first.",
    });
    expect((error as TransferRefusedError).cause).toBeInstanceOf(ERC7943CannotReceiveError);
  });

  test("error: TransferRefusedError also when only asked", async () => {
    const asset = await assetOfAda();
    await expect(transfer.simulate(walletOf("ada"), { asset, to: ben, amount })).rejects.toThrow(
      TransferRefusedError,
    );
    await expect(transfer.estimateGas(walletOf("ada"), { asset, to: ben, amount })).rejects.toThrow(
      TransferRefusedError,
    );
  });

  test("error: ERC20InsufficientBalanceError", async () => {
    const asset = await assetOfAda();
    await verify("ben");
    await expect(transfer(walletOf("ada"), { asset, to: ben, amount: 2_000n * SHARE })).rejects.toThrow(
      ERC20InsufficientBalanceError,
    );
  });

  test("error: UnknownRevertError for a contract that is no token", async () => {
    const error = transfer(walletOf("ada"), { asset: contracts.keyDirectory, to: ben, amount });
    await expect(error).rejects.toThrow(UnknownRevertError);
  });
});

describe("transferRefusal", () => {
  const refusalOf = async (asset: `0x${string}`) =>
    (await transferRefusal(node, { asset, from: ada, to: ben, amount })).refusal;

  test("default", async () => {
    const asset = await assetOfAda();
    await verify("ben");
    expect(await transferRefusal(node, { asset, from: ada, to: ben, amount })).toEqual({
      refusal: "none",
      fact: "The transfer is allowed.",
      next: "Go ahead.",
    });
  });

  test("behavior: a blocked country", async () => {
    const asset = await assetOfAda({ blockedCountries: [276] });
    await attestSync(walletOf("ben"), await attestationOf(ben, { country: 276 }));
    expect(await refusalOf(asset)).toBe("receiverCountry");
  });

  test("behavior: an expired receiver", async () => {
    const asset = await assetOfAda();
    await verify("ben");
    await pass(366 * 86_400);
    expect(await refusalOf(asset)).toBe("receiverExpired");
  });

  test("behavior: a frozen sender", async () => {
    const asset = await assetOfAda();
    await verify("ben");
    await freezeSync(walletOf("complianceDesk"), { subject: ada });
    expect(await refusalOf(asset)).toBe("senderFrozen");
  });

  test("behavior: frozen shares", async () => {
    const asset = await assetOfAda();
    await verify("ben");
    await setFrozenTokensSync(walletOf("complianceDesk"), { asset, holder: ada, amount: 995n * SHARE });
    expect(await refusalOf(asset)).toBe("insufficientUnfrozen");
  });

  test("behavior: a limit of holders", async () => {
    const asset = await assetOfAda({
      rules: { minTier: 1, maxHolders: 1, lockedUntil: 0, capPerIdentity: 0n },
    });
    await verify("ben");
    expect(await refusalOf(asset)).toBe("holderLimit");
  });

  test("behavior: a limit a person", async () => {
    const asset = await assetOfAda({
      rules: { minTier: 1, maxHolders: 0, lockedUntil: 0, capPerIdentity: SHARE },
    });
    await verify("ben");
    expect(await refusalOf(asset)).toBe("identityCap");
  });

  test("behavior: a pause", async () => {
    const asset = await assetOfAda();
    await verify("ben");
    await pauseSync(walletOf("pauser"), { asset });
    expect(await refusalOf(asset)).toBe("paused");
  });
});

describe("transferFrom", () => {
  /** Ben may move shares of Ada's. */
  async function allowed() {
    const asset = await assetOfAda();
    await approveSync(walletOf("ada"), { token: asset, spender: ben, amount });
    return asset;
  }

  test("default", async () => {
    const asset = await allowed();
    await verify("cleo");
    const to = accountOf("cleo").address;
    const { event } = await transferFromSync(walletOf("ben"), { asset, from: ada, to, amount });
    expect(event.args).toEqual({ from: ada, to, value: amount });
  });

  test("error: TransferRefusedError names the rule", async () => {
    const asset = await allowed();
    const move = transferFrom(walletOf("ben"), { asset, from: ada, to: ben, amount });
    await expect(move).rejects.toThrow(TransferRefusedError);
    await expect(move).rejects.toMatchObject({ refusal: "receiverUnknown" });
  });

  test("error: ERC20InsufficientAllowanceError", async () => {
    const asset = await allowed();
    await verify("ben");
    const move = transferFrom(walletOf("ben"), { asset, from: ada, to: ben, amount: amount + 1n });
    await expect(move).rejects.toThrow(ERC20InsufficientAllowanceError);
  });
});
