"use client";

import { QtiError } from "@qti/sdk/errors";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type ErrorText, textOf, toErrorText } from "./error-text";

/** The words for an error of a query or a mutation; `undefined` while there is none. */
export function useErrorText(error: unknown): ErrorText | undefined {
  const t = useTranslations();
  // What QTI itself throws has its English sentences with it; everything else is looked up.
  const atHand = useLocale() === "en" && error instanceof QtiError ? error : undefined;
  const [decoded, setDecoded] = useState<{ of: unknown; text: ErrorText }>();
  useEffect(() => {
    if (error === null || error === undefined || atHand) return;
    let gone = false;
    void toErrorText(error, t).then((text) => {
      if (!gone) setDecoded({ of: error, text });
    });
    return () => {
      gone = true;
    };
  }, [error, atHand, t]);
  if (error === null || error === undefined) return undefined;
  if (atHand) return textOf(atHand);
  return decoded?.of === error ? decoded?.text : undefined;
}
