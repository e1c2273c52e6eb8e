"use client";

import type { IndexedPayment } from "@qti/sdk/subgraph";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { useClaims, usePayments } from "@/lib/query/income";
import { useAddress } from "@/lib/wallet/use-account";
import { PaymentRow } from "./payment-row";

/** Payments of income of an asset: where each stands, what of it is mine, and what can be done about it. */
export function IncomePayments({ asset, empty }: { asset: `0x${string}`; empty: string }) {
  const payments = usePayments(asset);
  const account = useAddress();
  const claims = useClaims(asset, account);
  const claimed = (payment: IndexedPayment) =>
    claims.data?.find(({ paymentId }) => paymentId === payment.paymentId)?.amount;
  return (
    <QueryPanel
      query={payments}
      meanwhile={indexMeanwhile}
      isEmpty={(found) => found.length === 0}
      empty={<Empty title={empty} />}
    >
      {(found) => (
        <ul className="grid border-rule border-t">
          {found.map((payment) => (
            <PaymentRow
              key={payment.paymentId}
              payment={payment}
              account={account}
              claimed={claimed(payment)}
              knowsClaims={claims.data !== undefined}
            />
          ))}
        </ul>
      )}
    </QueryPanel>
  );
}
