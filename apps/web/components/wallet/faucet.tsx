"use client";

import { drip, nextDripAt } from "@qti/sdk";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { toHex } from "viem";
import { getBalance } from "viem/actions";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Time } from "@/components/ui/time";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatCount } from "@/lib/format/amount";
import { useReadClient } from "@/lib/query/read-client";
import type { ReadClient } from "@/lib/transactions/flow";
import { writeStep } from "@/lib/transactions/flow";
import { useNow } from "@/lib/use-now";

const plenty = 10n * 10n ** 18n;

/** Asks the local node to write ether into an account: only a development node knows this request. */
async function fillEther(client: ReadClient, account: Address): Promise<void> {
  const balance = await getBalance(client, { address: account });
  if (balance >= plenty) return;
  await client.request<{ Method: "hardhat_setBalance"; Parameters: [Address, string]; ReturnType: boolean }>({
    method: "hardhat_setBalance",
    params: [account, toHex(balance + plenty)],
  });
}

/** Test money: ether for fees from the node itself, QTI and dollars from the faucet contract. */
export function Faucet({ account }: { account: Address }) {
  const t = useTranslations();
  const client = useReadClient();
  const queryClient = useQueryClient();
  const transact = useTransact();
  const now = useNow();
  const next = useQuery({
    queryKey: ["chain", "nextDripAt", account],
    queryFn: () => nextDripAt(client, { account }),
  });
  const ether = useMutation({
    mutationFn: () => fillEther(client, account),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["chain", "balances"] }),
  });
  const problem = useErrorText(ether.error);
  const tooSoon = next.data !== undefined && now !== undefined && next.data > BigInt(now);

  async function open() {
    try {
      // Without ether the drip itself could not be paid.
      await ether.mutateAsync();
    } catch {
      return; // The sentence stands below the button.
    }
    transact({
      title: t("wallet.faucet.title"),
      verb: t("wallet.faucet.verb"),
      changes: [
        { label: "QTI", value: `+${formatCount(1_000, t)} QTI`, emphasis: "gain" },
        { label: t("wallet.own.dollars"), value: `+${formatCount(10_000, t)}`, emphasis: "gain" },
      ],
      plan: async () => [writeStep({ id: "drip", title: t("wallet.faucet.title") }, drip, () => ({}))],
      estimateGas: (context) => drip.estimateGas(context.client, { account: context.account }),
      done: t("wallet.faucet.done"),
    });
  }

  return (
    <div className="grid gap-2">
      <div className="grid grid-cols-2 gap-2">
        <Button onClick={() => void open()} disabled={tooSoon} busy={ether.isPending}>
          {t("wallet.faucet.money")}
        </Button>
        <Button onClick={() => ether.mutate()} busy={ether.isPending}>
          {t("wallet.faucet.ether")}
        </Button>
      </div>
      {tooSoon && next.data !== undefined && (
        <p className="text-muted text-sm">
          {t.rich("wallet.faucet.tooSoon", { time: () => <Time at={Number(next.data)} /> })}
        </p>
      )}
      {problem && (
        <Callout live tone="problem" title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
    </div>
  );
}
