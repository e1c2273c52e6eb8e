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
import { type Flow, writeStep } from "@/lib/transactions/flow";

type NameOf = (address: Address) => string;

/** Puts the successor in the place of the lost account, when nobody objected in time. Anybody may. */
export function completeFlow(
  { lost, successor }: { lost: Address; successor: Address },
  nameOf: NameOf,
): Flow {
  return {
    title: "Complete the recovery",
    verb: "Complete it",
    changes: [
      { label: "Retired for ever", value: nameOf(lost) },
      { label: "Takes its place", value: nameOf(successor) },
    ],
    risk: "This is final. Shares follow asset by asset; QTI, stake and money do not follow at all.",
    plan: async () => [
      writeStep({ id: "complete", title: "Complete it" }, completeRecovery, () => ({ lost })),
    ],
    estimateGas: ({ account, client }) => completeRecovery.estimateGas(client, { lost, account }),
    done: "The account was replaced. Its shares can be brought over now",
    doneLink: () => ({ href: `/compliance?who=${lost}`, title: "Bring shares over" }),
  };
}

/** Moves what a lost account holds of one asset to its successor. Anybody may. */
export function bringOverFlow(
  { asset, lost, successor }: { asset: Address; lost: Address; successor: Address },
  nameOf: NameOf,
): Flow {
  const parameters = { asset, lost };
  return {
    title: `Bring shares of ${nameOf(asset)} over`,
    verb: "Bring them over",
    changes: [
      { label: "From", value: nameOf(lost) },
      { label: "To", value: nameOf(successor) },
      { label: "How many", value: "all; what is frozen stays frozen" },
    ],
    plan: async () => [
      writeStep({ id: "recover", title: "Bring them over" }, recoverShares, () => parameters),
    ],
    estimateGas: ({ account, client }) => recoverShares.estimateGas(client, { ...parameters, account }),
    done: `The shares are with ${nameOf(successor)}`,
  };
}

/** The owner of an account that is said to be lost says that it is not. */
export function objectFlow(
  { lost, successor, readyAt }: { lost: Address; successor: Address; readyAt: number },
  nameOf: NameOf,
): Flow {
  const parameters = { lost, signature: "0x" } as const;
  return {
    title: "Keep this account",
    verb: "Object",
    changes: [
      { label: "Your account", value: "stays what it is" },
      { label: "Would have taken its place", value: `${nameOf(successor)}, from ${exactTime(readyAt)}` },
    ],
    plan: async () => [writeStep({ id: "object", title: "Object" }, objectToRecovery, () => parameters)],
    estimateGas: ({ account, client }) => objectToRecovery.estimateGas(client, { ...parameters, account }),
    done: "The recovery is stopped",
  };
}

/** How long a statement counts: the desk waits two days before it may propose, and needs time to look at it. Seconds. */
const statementLasts = 30n * 86_400n;

/** The new account signs that it takes the place of the lost one; nothing is sent. */
export function statementFlow(
  lost: Address,
  onSigned: (signed: { successor: Address; deadline: bigint; signature: Hex }) => void,
  nameOf: NameOf,
): Flow {
  return {
    title: "Take the place of a lost account",
    verb: "Sign the statement",
    changes: [
      { label: "Lost account", value: nameOf(lost) },
      { label: "Takes its place", value: "the account that is connected now" },
      { label: "The statement counts for", value: "30 days" },
    ],
    risk: "The connected account must never have been verified. Whoever has the statement can hand it to the desk, which looks at who you are first.",
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
          title: "Sign the statement",
          detail: "A message, not a transaction: it costs nothing",
          run: async (wallet) => {
            const signature = await signTypedData(wallet, { account: wallet.account, ...typedData });
            onSigned({ successor: account, deadline, signature });
          },
        },
      ];
    },
    fee: "none: it is signed, not sent",
    done: "The statement is signed",
  };
}
