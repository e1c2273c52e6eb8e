import { hardhat } from "viem/chains";
import { describe, expect, test } from "vitest";
import { accountOf, contracts, node, verify, walletOf } from "../../test/support/chain.ts";
import {
  IdentityAccountTakenError,
  IdentityInvalidSignerError,
  IdentityNotInGoodStandingError,
  IdentityUnknownAccountError,
} from "../errors/identity.ts";
import { freezeSync } from "./freeze.ts";
import { getIdentityNonce } from "./getIdentityNonce.ts";
import { getStanding } from "./getStanding.ts";
import { linkWallet, linkWalletSync } from "./linkWallet.ts";
import { walletLinkTypedData } from "./walletLinkTypedData.ts";

const ada = accountOf("ada");
const ben = accountOf("ben");

async function signedLink() {
  const { timestamp } = await node.getBlock();
  const link = {
    account: ada.address,
    newAccount: ben.address,
    nonce: await getIdentityNonce(node, { account: ada.address }),
    newNonce: await getIdentityNonce(node, { account: ben.address }),
    deadline: timestamp + 3600n,
  };
  const message = walletLinkTypedData({ chainId: hardhat.id, registry: contracts.identityRegistry, link });
  return {
    link,
    accountSignature: await ada.signTypedData(message),
    newAccountSignature: await ben.signTypedData(message),
    attesterSignature: await accountOf("attester").signTypedData(message),
  };
}

describe("linkWallet", () => {
  test("default", async () => {
    await verify("ada");
    const { event } = await linkWalletSync(walletOf("ben"), await signedLink());
    expect(event.args).toMatchObject({ account: ada.address, newAccount: ben.address });
    const [first, second] = await Promise.all([
      getStanding(node, { account: ada.address }),
      getStanding(node, { account: ben.address }),
    ]);
    expect(second.identity).toBe(first.identity);
    expect(second.accounts).toBe(2);
  });

  test("error: IdentityInvalidSignerError", async () => {
    await verify("ada");
    const signed = await signedLink();
    const swapped = { ...signed, newAccountSignature: signed.accountSignature };
    await expect(linkWallet(walletOf("ben"), swapped)).rejects.toThrow(IdentityInvalidSignerError);
  });

  test("error: IdentityAccountTakenError", async () => {
    await verify("ada", "ben");
    await expect(linkWallet(walletOf("ben"), await signedLink())).rejects.toThrow(IdentityAccountTakenError);
  });

  test("error: IdentityUnknownAccountError", async () => {
    await expect(linkWallet(walletOf("ben"), await signedLink())).rejects.toThrow(
      IdentityUnknownAccountError,
    );
  });

  test("error: IdentityNotInGoodStandingError", async () => {
    await verify("ada");
    await freezeSync(walletOf("complianceDesk"), { subject: ada.address });
    await expect(linkWallet(walletOf("ben"), await signedLink())).rejects.toThrow(
      IdentityNotInGoodStandingError,
    );
  });
});
