import { keccak256, zeroAddress } from "viem";
import { describe, expect, test } from "vitest";
import {
  accountOf,
  assetOfAda,
  contracts,
  makeIssuer,
  node,
  pass,
  SHARE,
  termsOf,
  verify,
  walletOf,
} from "../../test/support/chain.ts";
import { AccessManagedUnauthorizedError, AccessManagerNotScheduledError } from "../errors/access.ts";
import {
  AssetInvalidTermsError,
  AssetNotIssuerError,
  AssetSupplyNotZeroError,
  AssetTokenFrozenChangedError,
  AssetTokenInvalidForcedTransferError,
  AssetTokenPausedError,
  AssetUnknownError,
  AssetWrongStateError,
  ERC7943CannotReceiveError,
} from "../errors/assets.ts";
import { ERC20InsufficientBalanceError } from "../errors/tokens.ts";
import { scheduleSync } from "../identity/schedule.ts";
import { activateSync } from "./activate.ts";
import { burnShares, burnSharesSync } from "./burnShares.ts";
import { forcedTransfer, forcedTransferSync } from "./forcedTransfer.ts";
import { getAsset } from "./getAsset.ts";
import { getHolding } from "./getHolding.ts";
import { mature, matureSync } from "./mature.ts";
import { pause, pauseSync } from "./pause.ts";
import { retire, retireSync } from "./retire.ts";
import { setFrozenTokens, setFrozenTokensSync } from "./setFrozenTokens.ts";
import { setFrozenTokensIf, setFrozenTokensIfSync } from "./setFrozenTokensIf.ts";
import { stateValuation, stateValuationSync } from "./stateValuation.ts";
import { tokenizeSync } from "./tokenize.ts";
import { transferSync } from "./transfer.ts";
import { unpause, unpauseSync } from "./unpause.ts";
import { updateDocuments, updateDocumentsSync } from "./updateDocuments.ts";
import { updateTerms, updateTermsSync } from "./updateTerms.ts";

const { assetRegistry } = contracts;
const ada = accountOf("ada").address;
const ben = accountOf("ben").address;
const root = keccak256("0x01");

describe("updateTerms", () => {
  const draft = async () => {
    await makeIssuer("ada");
    const { event } = await tokenizeSync(walletOf("ada"), termsOf());
    return event.args.asset;
  };

  test("default", async () => {
    const asset = await draft();
    const terms = termsOf({ name: "Harbour 8", shares: 7n, documentsRoot: root });
    const { event } = await updateTermsSync(walletOf("ada"), { asset, ...terms });
    expect(event.args).toMatchObject({ asset, terms: { name: "Harbour 8", shares: 7n } });
    await activateSync(walletOf("ada"), { asset });
    expect(await getAsset(node, { asset })).toMatchObject({
      name: "Harbour 8",
      totalSupply: 7n * SHARE,
      documentsRoots: [root],
    });
  });

  test("error: AssetWrongStateError", async () => {
    const asset = await assetOfAda();
    await expect(updateTerms(walletOf("ada"), { asset, ...termsOf() })).rejects.toThrow(AssetWrongStateError);
  });

  test("error: AssetInvalidTermsError for another salt", async () => {
    const asset = await draft();
    const update = updateTerms(walletOf("ada"), { asset, ...termsOf({ salt: keccak256("0x03") }) });
    await expect(update).rejects.toThrow(AssetInvalidTermsError);
  });

  test("error: AssetNotIssuerError", async () => {
    const asset = await draft();
    await expect(updateTerms(walletOf("ben"), { asset, ...termsOf() })).rejects.toThrow(AssetNotIssuerError);
  });
});

describe("updateDocuments", () => {
  test("default", async () => {
    const asset = await assetOfAda();
    const { event } = await updateDocumentsSync(walletOf("ada"), { asset, root });
    expect(event.args).toEqual({ asset, index: 0n, root });
  });

  test("behavior: appends and never replaces", async () => {
    const asset = await assetOfAda({ documentsRoot: root });
    const next = keccak256("0x02");
    await updateDocumentsSync(walletOf("ada"), { asset, root: next });
    expect((await getAsset(node, { asset }))?.documentsRoots).toEqual([root, next]);
  });

  test("error: AssetNotIssuerError", async () => {
    const asset = await assetOfAda();
    await expect(updateDocuments(walletOf("ben"), { asset, root })).rejects.toThrow(AssetNotIssuerError);
  });

  test("error: AssetInvalidTermsError", async () => {
    const asset = await assetOfAda();
    const zero = `0x${"00".repeat(32)}` as const;
    await expect(updateDocuments(walletOf("ada"), { asset, root: zero })).rejects.toThrow(
      AssetInvalidTermsError,
    );
  });
});

describe("stateValuation", () => {
  test("default", async () => {
    const asset = await assetOfAda();
    const { event } = await stateValuationSync(walletOf("ada"), { asset, valuation: 5n });
    expect(event.args).toEqual({ asset, valuation: 5n });
    expect((await getAsset(node, { asset }))?.valuation).toBe(5n);
  });

  test("error: AssetUnknownError", async () => {
    await expect(stateValuation(walletOf("ada"), { asset: ben, valuation: 5n })).rejects.toThrow(
      AssetUnknownError,
    );
  });
});

describe("setFrozenTokens", () => {
  test("default", async () => {
    const asset = await assetOfAda();
    const amount = 2_000n * SHARE;
    const { event } = await setFrozenTokensSync(walletOf("complianceDesk"), { asset, holder: ada, amount });
    expect(event.args).toEqual({ account: ada, amount });
    expect(await getHolding(node, { asset, account: ada })).toEqual({
      balance: 1_000n * SHARE,
      frozen: amount,
      unfrozen: 0n,
    });
  });

  test("error: AccessManagedUnauthorizedError", async () => {
    const asset = await assetOfAda();
    await expect(setFrozenTokens(walletOf("ada"), { asset, holder: ada, amount: 1n })).rejects.toThrow(
      AccessManagedUnauthorizedError,
    );
  });
});

describe("setFrozenTokensIf", () => {
  test("default", async () => {
    const asset = await assetOfAda();
    const frozen = { asset, holder: ada, expected: 0n, amount: SHARE };
    const { event } = await setFrozenTokensIfSync(walletOf("complianceDesk"), frozen);
    expect(event.args).toEqual({ account: ada, amount: SHARE });
  });

  test("error: AssetTokenFrozenChangedError", async () => {
    const asset = await assetOfAda();
    await setFrozenTokensSync(walletOf("complianceDesk"), { asset, holder: ada, amount: 2n * SHARE });
    const late = setFrozenTokensIf(walletOf("complianceDesk"), {
      asset,
      holder: ada,
      expected: SHARE,
      amount: 0n,
    });
    await expect(late).rejects.toThrow(AssetTokenFrozenChangedError);
    await expect(late).rejects.toThrow("2 shares are frozen now, not 1.");
  });

  test("error: AccessManagedUnauthorizedError", async () => {
    const asset = await assetOfAda();
    const mine = { asset, holder: ada, expected: 0n, amount: SHARE };
    await expect(setFrozenTokensIf(walletOf("ada"), mine)).rejects.toThrow(AccessManagedUnauthorizedError);
  });
});

describe("forcedTransfer", () => {
  const amount = 7n * SHARE;

  test("default", async () => {
    const asset = await assetOfAda();
    await verify("ben");
    const account = accountOf("complianceForce").address;
    const call = forcedTransfer.call({ assetRegistry, asset, from: ada, to: ben, amount, account });
    await scheduleSync(walletOf("complianceForce"), { call });
    await pass(48 * 3600);
    const { event } = await forcedTransferSync(walletOf("complianceForce"), {
      asset,
      from: ada,
      to: ben,
      amount,
    });
    expect(event.args).toEqual({ from: ada, to: ben, amount });
  });

  test("error: AccessManagerNotScheduledError", async () => {
    const asset = await assetOfAda();
    await expect(
      forcedTransfer(walletOf("complianceForce"), { asset, from: ada, to: ben, amount }),
    ).rejects.toThrow(AccessManagerNotScheduledError);
  });

  test.each([
    ["ERC7943CannotReceiveError", ben, ERC7943CannotReceiveError],
    ["AssetTokenInvalidForcedTransferError", ada, AssetTokenInvalidForcedTransferError],
  ] as const)("error: %s", async (_, to, expected) => {
    const asset = await assetOfAda();
    const account = accountOf("complianceForce").address;
    const call = forcedTransfer.call({ assetRegistry, asset, from: ada, to, amount, account });
    await scheduleSync(walletOf("complianceForce"), { call });
    await pass(48 * 3600);
    await expect(
      forcedTransfer(walletOf("complianceForce"), { asset, from: ada, to, amount }),
    ).rejects.toThrow(expected);
  });
});

describe("pause", () => {
  test("default", async () => {
    const asset = await assetOfAda();
    const { event } = await pauseSync(walletOf("pauser"), { asset });
    const until = Number((await node.getBlock()).timestamp) + 14 * 86_400;
    expect(event.args.until).toBe(until);
    expect((await getAsset(node, { asset }))?.pausedUntil).toBe(until);
  });

  test("behavior: lapses by itself", async () => {
    const asset = await assetOfAda();
    await verify("ben");
    await pauseSync(walletOf("pauser"), { asset });
    await pass(14 * 86_400);
    const { receipt } = await transferSync(walletOf("ada"), { asset, to: ben, amount: SHARE });
    expect(receipt.status).toBe("success");
  });

  test("error: AssetTokenPausedError", async () => {
    const asset = await assetOfAda();
    await pauseSync(walletOf("pauser"), { asset });
    await expect(pause(walletOf("pauser"), { asset })).rejects.toThrow(AssetTokenPausedError);
  });

  test("error: AccessManagedUnauthorizedError", async () => {
    const asset = await assetOfAda();
    await expect(pause(walletOf("ada"), { asset })).rejects.toThrow(AccessManagedUnauthorizedError);
  });
});

describe("unpause", () => {
  test("default", async () => {
    const asset = await assetOfAda();
    await pauseSync(walletOf("pauser"), { asset });
    const call = unpause.call({ assetRegistry, asset, account: ada });
    await scheduleSync(walletOf("admin"), { call });
    await pass(72 * 3600);
    const { event } = await unpauseSync(walletOf("admin"), { asset });
    expect(event.args.until).toBe(0);
  });

  test("error: AccessManagerNotScheduledError", async () => {
    const asset = await assetOfAda();
    await expect(unpause(walletOf("admin"), { asset })).rejects.toThrow(AccessManagerNotScheduledError);
  });
});

describe("mature", () => {
  test("default", async () => {
    const asset = await assetOfAda();
    await matureSync(walletOf("ada"), { asset });
    expect((await getAsset(node, { asset }))?.state).toBe("matured");
  });

  test("error: AssetWrongStateError", async () => {
    const asset = await assetOfAda();
    await matureSync(walletOf("ada"), { asset });
    await expect(mature(walletOf("ada"), { asset })).rejects.toThrow(AssetWrongStateError);
  });
});

describe("burnShares", () => {
  test("default", async () => {
    const asset = await assetOfAda();
    const { event } = await burnSharesSync(walletOf("ada"), { asset, amount: 10n * SHARE });
    expect(event.args).toEqual({ from: ada, to: zeroAddress, value: 10n * SHARE });
    expect((await getAsset(node, { asset }))?.totalSupply).toBe(990n * SHARE);
  });

  test("error: ERC20InsufficientBalanceError", async () => {
    const asset = await assetOfAda();
    await expect(burnShares(walletOf("ada"), { asset, amount: 2_000n * SHARE })).rejects.toThrow(
      ERC20InsufficientBalanceError,
    );
  });
});

describe("retire", () => {
  test("default", async () => {
    const asset = await assetOfAda();
    await burnSharesSync(walletOf("ada"), { asset, amount: 1_000n * SHARE });
    await retireSync(walletOf("ada"), { asset });
    expect((await getAsset(node, { asset }))?.state).toBe("retired");
  });

  test("error: AssetSupplyNotZeroError", async () => {
    const asset = await assetOfAda();
    await expect(retire(walletOf("ada"), { asset })).rejects.toThrow(AssetSupplyNotZeroError);
  });
});
