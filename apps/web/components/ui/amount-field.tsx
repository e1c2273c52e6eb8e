"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { formatAmount, plainAmount } from "@/lib/format/amount";
import { parseAmount } from "@/lib/format/parse-amount";
import { Button } from "./button";
import { Field } from "./field";
import { AmountInput } from "./input";

/** A typed amount of something, and what is wrong with it. */
export type AmountDraft = {
  typed: string;
  type: (text: string) => void;
  /** What was typed, where it can be read and is allowed. */
  amount: bigint | undefined;
  /** What is wrong, once it is time to say so. */
  problem: string | undefined;
  /** The most that can be typed; `undefined` while it is not known. */
  limit: bigint | undefined;
  decimals: number;
  /** The button was pressed: answers with the amount, or says what is wrong. */
  submit: () => bigint | undefined;
  clear: () => void;
};

/** Keeps what is typed into a field for an amount of which there is a `limit`; `tooMuch` says so where it is passed. */
export function useAmountDraft(
  decimals: number,
  limit: bigint | undefined,
  tooMuch: (limit: string) => string,
): AmountDraft {
  const t = useTranslations();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const parsed = parseAmount(typed, decimals, t);
  const problem = !parsed.ok
    ? parsed.reason
    : parsed.value === 0n
      ? t("words.amount.zero")
      : limit !== undefined && parsed.value > limit
        ? tooMuch(formatAmount(limit, { decimals, maximum: 4 }, t))
        : undefined;
  const amount = parsed.ok && !problem ? parsed.value : undefined;
  return {
    typed,
    type: setTyped,
    amount,
    // While typing only what is certainly wrong is said; what is merely missing waits for the button.
    problem: tried || (typed !== "" && parsed.ok) ? problem : undefined,
    limit,
    decimals,
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
export function AmountField({
  id,
  label,
  unit,
  hint,
  limitWords,
  draft,
}: {
  id: string;
  label: string;
  unit: string;
  hint?: ReactNode;
  /** Says how much there is: "At hand: 10 QTI". */
  limitWords: (limit: string) => string;
  draft: AmountDraft;
}) {
  const t = useTranslations();
  const { limit, decimals } = draft;
  return (
    <Field
      id={id}
      label={label}
      required
      hint={hint}
      error={draft.problem}
      aside={limit !== undefined && limitWords(formatAmount(limit, { decimals, maximum: 4 }, t))}
    >
      {(control) => (
        <AmountInput
          {...control}
          unit={unit}
          placeholder="0"
          value={draft.typed}
          onChange={(event) => draft.type(event.target.value)}
          action={
            <Button
              size="small"
              disabled={!limit}
              onClick={() => limit !== undefined && draft.type(plainAmount(limit, decimals))}
            >
              {t("words.all")}
            </Button>
          }
        />
      )}
    </Field>
  );
}
