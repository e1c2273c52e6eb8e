import { type GetAssetReturnType, type GetHoldingReturnType, transfer } from "@qti/sdk";
import type { Address } from "viem";
import { shortAddress } from "@/lib/format/address";
import { formatAmount } from "@/lib/format/amount";
import { type Flow, writeStep } from "@/lib/transactions/flow";

/** Sends shares of an asset to another account. */
export function transferFlow(
  asset: GetAssetReturnType,
  holding: GetHoldingReturnType,
  to: Address,
  amount: bigint,
  onConfirmed: () => void,
): Flow {
  const shares = (value: bigint) => `${formatAmount(value, { decimals: 18, maximum: 4 })} ${asset.symbol}`;
  const parameters = { asset: asset.asset, to, amount };
  return {
    title: `Send ${shares(amount)}`,
    verb: "Send",
    changes: [
      { label: "To", value: to },
      { label: "Your shares", before: shares(holding.balance), value: shares(holding.balance - amount) },
    ],
    risk: "A transfer cannot be taken back. Make sure that the address is the right one.",
    plan: async () => [writeStep({ id: "transfer", title: "Send the shares" }, transfer, () => parameters)],
    estimateGas: ({ account, client }) => transfer.estimateGas(client, { ...parameters, account }),
    done: `${shares(amount)} are with ${shortAddress(to)}`,
    onConfirmed,
  };
}
