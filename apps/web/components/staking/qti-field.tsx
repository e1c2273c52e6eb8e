"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { AmountInput } from "@/components/ui/input";
import { formatAmount, plainAmount } from "@/lib/format/amount";
import { parseAmount } from "@/lib/format/parse-amount";

/** A typed amount of QTI, and what is wrong with it. */
export type QtiDraft = {
  typed: string;
  type: (text: string) => void;
  /** What was typed, where it can be read and is allowed. */
  amount: bigint | undefined;
  /** What is wrong, once it is time to say so. */
  problem: string | undefined;
  /** The most that can be typed; `undefined` while it is not known. */
  limit: bigint | undefined;
  /** The button was pressed: answers with the amount, or says what is wrong. */
  submit: () => bigint | undefined;
  clear: () => void;
};

/** Keeps what is typed into a field for QTI of which there is a `limit`; `tooMuch` says so where it is passed. */
export function useQtiDraft(limit: bigint | undefined, tooMuch: (limit: string) => string): QtiDraft {
  const t = useTranslations();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const parsed = parseAmount(typed, 18, t);
  const problem = !parsed.ok
    ? parsed.reason
    : parsed.value === 0n
      ? t("words.amount.zero")
      : limit !== undefined && parsed.value > limit
        ? tooMuch(formatAmount(limit, { decimals: 18, maximum: 4 }, t))
        : undefined;
  const amount = parsed.ok && !problem ? parsed.value : undefined;
  return {
    typed,
    type: setTyped,
    amount,
    // While typing only what is certainly wrong is said; what is merely missing waits for the button.
    problem: tried || (typed !== "" && parsed.ok) ? problem : undefined,
    limit,
    submit: () => {
      setTried(true);
      return amount;
    },
    clear: () => {
      setTyped("");
      setTried(false);
    },
  };
}

/** The field of such an amount, with a button that fills in all there is. */
export function QtiField({
  id,
  label,
  limitWords,
  draft,
}: {
  id: string;
  label: string;
  /** Says how much there is: "At hand: 10 QTI". */
  limitWords: (limit: string) => string;
  draft: QtiDraft;
}) {
  const t = useTranslations();
  const { limit } = draft;
  return (
    <Field
      id={id}
      label={label}
      required
      error={draft.problem}
      aside={limit !== undefined && limitWords(formatAmount(limit, { decimals: 18, maximum: 4 }, t))}
    >
      {(control) => (
        <AmountInput
          {...control}
          unit="QTI"
          placeholder="0"
          value={draft.typed}
          onChange={(event) => draft.type(event.target.value)}
          action={
            <Button
              size="small"
              disabled={!limit}
              onClick={() => limit !== undefined && draft.type(plainAmount(limit, 18))}
            >
              {t("words.all")}
            </Button>
          }
        />
      )}
    </Field>
  );
}
