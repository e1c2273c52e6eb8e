"use client";

import { type AmountDraft, AmountField, useAmountDraft } from "@/components/ui/amount-field";

/** Keeps what is typed into a field for QTI of which there is a `limit`; `tooMuch` says so where it is passed. */
export function useQtiDraft(limit: bigint | undefined, tooMuch: (limit: string) => string): AmountDraft {
  return useAmountDraft(18, limit, tooMuch);
}

/** The field of such an amount, with a button that fills in all there is. */
export function QtiField(field: {
  id: string;
  label: string;
  /** Says how much there is: "At hand: 10 QTI". */
  limitWords: (limit: string) => string;
  draft: AmountDraft;
}) {
  return <AmountField {...field} unit="QTI" />;
}
