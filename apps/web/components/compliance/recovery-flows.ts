import {
  completeRecovery,
  getContracts,
  getIdentityNonce,
  objectToRecovery,
  recoverShares,
  recoveryTypedData,
} from "@qti/sdk";
import type { Address, Hex } from "viem";
import { getBlock, signTypedData } from "viem/actions";
import { exactTime } from "@/lib/format/time";
import type { Translator } from "@/lib/i18n/translator";
import { type Flow, writeStep } from "@/lib/transactions/flow";

type NameOf = (address: Address) => string;

/** Puts the successor in the place of the lost account, when nobody objected in time. Anybody may. */
export function completeFlow(
  { lost, successor }: { lost: Address; successor: Address },
  nameOf: NameOf,
  t: Translator,
): Flow {
  return {
    title: t("compliance.complete.title"),
    verb: t("compliance.complete.verb"),
    changes: [
      { label: t("compliance.complete.retired"), value: nameOf(lost) },
      { label: t("compliance.complete.successor"), value: nameOf(successor) },
    ],
    risk: t("compliance.complete.risk"),
    plan: async () => [
      writeStep({ id: "complete", title: t("compliance.complete.verb") }, completeRecovery, () => ({ lost })),
    ],
    estimateGas: ({ account, client }) => completeRecovery.estimateGas(client, { lost, account }),
    done: t("compliance.complete.done"),
    doneLink: () => ({ href: `/compliance?who=${lost}`, title: t("compliance.complete.next") }),
  };
}

/** Moves what a lost account holds of one asset to its successor. Anybody may. */
export function bringOverFlow(
  { asset, lost, successor }: { asset: Address; lost: Address; successor: Address },
  nameOf: NameOf,
  t: Translator,
): Flow {
  const parameters = { asset, lost };
  return {
    title: t("compliance.move.title", { asset: nameOf(asset) }),
    verb: t("compliance.move.verb"),
    changes: [
      { label: t("compliance.move.from"), value: nameOf(lost) },
      { label: t("compliance.move.to"), value: nameOf(successor) },
      { label: t("compliance.move.howMany"), value: t("compliance.move.all") },
    ],
    plan: async () => [
      writeStep({ id: "recover", title: t("compliance.move.verb") }, recoverShares, () => parameters),
    ],
    estimateGas: ({ account, client }) => recoverShares.estimateGas(client, { ...parameters, account }),
    done: t("compliance.move.done", { account: nameOf(successor) }),
  };
}

/** The owner of an account that is said to be lost says that it is not. */
export function objectFlow(
  { lost, successor, readyAt }: { lost: Address; successor: Address; readyAt: number },
  nameOf: NameOf,
  t: Translator,
): Flow {
  const parameters = { lost, signature: "0x" } as const;
  return {
    title: t("compliance.object.title"),
    verb: t("compliance.object.verb"),
    changes: [
      { label: t("compliance.object.yours"), value: t("compliance.object.stays") },
      {
        label: t("compliance.object.would"),
        value: t("compliance.object.wouldFrom", { account: nameOf(successor), time: exactTime(readyAt, t) }),
      },
    ],
    plan: async () => [
      writeStep({ id: "object", title: t("compliance.object.verb") }, objectToRecovery, () => parameters),
    ],
    estimateGas: ({ account, client }) => objectToRecovery.estimateGas(client, { ...parameters, account }),
    done: t("compliance.object.done"),
  };
}

/** How long a statement counts: the desk waits two days before it may propose, and needs time to look at it. Seconds. */
const statementLasts = 30n * 86_400n;

/** The new account signs that it takes the place of the lost one; nothing is sent. */
export function statementFlow(
  lost: Address,
  onSigned: (signed: { successor: Address; deadline: bigint; signature: Hex }) => void,
  nameOf: NameOf,
  t: Translator,
): Flow {
  return {
    title: t("compliance.statement.title"),
    verb: t("compliance.statement.sign"),
    changes: [
      { label: t("compliance.statement.lost"), value: nameOf(lost) },
      { label: t("compliance.statement.successor"), value: t("compliance.statement.connected") },
      { label: t("compliance.statement.counts"), value: t("compliance.statement.days") },
    ],
    risk: t("compliance.statement.risk"),
    plan: async ({ account, client }) => {
      const [{ identityRegistry }, nonce, { timestamp }] = await Promise.all([
        getContracts(client, { names: ["identityRegistry"] }),
        getIdentityNonce(client, { account }),
        getBlock(client),
      ]);
      const deadline = timestamp + statementLasts;
      const typedData = recoveryTypedData({
        chainId: client.chain.id,
        registry: identityRegistry,
        lost,
        successor: account,
        nonce,
        deadline,
      });
      return [
        {
          id: "sign",
          kind: "signature",
          title: t("compliance.statement.sign"),
          detail: t("wallet.signing.detail"),
          run: async (wallet) => {
            const signature = await signTypedData(wallet, { account: wallet.account, ...typedData });
            onSigned({ successor: account, deadline, signature });
          },
        },
      ];
    },
    fee: t("wallet.signing.fee"),
    done: t("compliance.statement.done"),
  };
}
