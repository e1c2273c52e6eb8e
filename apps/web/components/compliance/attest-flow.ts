import {
  type AttestParameters,
  attest,
  attestationTypedData,
  getContracts,
  getIdentityNonce,
} from "@qti/sdk";
import type { Address, Hex } from "viem";
import { getBlock, signTypedData } from "viem/actions";
import { countryName } from "@/lib/domain/countries";
import { tierName } from "@/lib/domain/words";
import { longDay } from "@/lib/format/time";
import type { Translator } from "@/lib/i18n/translator";
import { type Flow, writeStep } from "@/lib/transactions/flow";

/** What an attester vouches for. */
export type Vouched = {
  account: Address;
  identity: Hex;
  country: number;
  tier: number;
  /** Unix seconds. */
  validUntil: number;
};

/** How long the signed attestation can be submitted: it is submitted at once. Seconds. */
const patience = 3_600n;

/** The attester signs what it vouches for, and records it itself. */
export function attestFlow(vouched: Vouched, isNew: boolean, onConfirmed: () => void, t: Translator): Flow {
  const kind = isNew ? "new" : "renewal";
  let signed: AttestParameters | undefined;
  const parameters = () => {
    if (!signed) throw new AttestationUnsignedError();
    return signed;
  };
  return {
    title: t(`compliance.attest.${kind}.title`),
    verb: t(`compliance.attest.${kind}.verb`),
    changes: [
      { label: t("compliance.attest.account"), value: vouched.account },
      { label: t("compliance.attest.country"), value: countryName(vouched.country, t) },
      { label: t("compliance.attest.tier"), value: tierName(vouched.tier, t) },
      { label: t("compliance.attest.until"), value: longDay(vouched.validUntil, t) },
    ],
    risk: t(`compliance.attest.${kind}.risk`),
    plan: async ({ account, client }) => {
      const [{ identityRegistry }, nonce, { timestamp }] = await Promise.all([
        getContracts(client, { names: ["identityRegistry"] }),
        getIdentityNonce(client, { account: vouched.account }),
        getBlock(client),
      ]);
      const attestation = { ...vouched, nonce, deadline: timestamp + patience };
      const typedData = attestationTypedData({
        chainId: client.chain.id,
        registry: identityRegistry,
        attestation,
      });
      return [
        {
          id: "sign",
          kind: "signature",
          title: t("compliance.attest.sign"),
          detail: t("wallet.signing.detail"),
          run: async (wallet) => {
            signed = { attestation, signature: await signTypedData(wallet, { account, ...typedData }) };
          },
        },
        writeStep({ id: "record", title: t("compliance.attest.record") }, attest, parameters),
      ];
    },
    done: t(`compliance.attest.${kind}.done`),
    onConfirmed,
  };
}

/** The steps ran in another order than planned: the attestation is recorded before it was signed. */
export class AttestationUnsignedError extends Error {
  override readonly name = "AttestationUnsignedError";
}
