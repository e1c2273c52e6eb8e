"use client";

import { QtiError } from "@qti/sdk/errors";
import { useEffect, useState } from "react";
import { type ErrorText, textOf, toErrorText } from "./error-text";

/** The words for an error of a query or a mutation; `undefined` while there is none. */
export function useErrorText(error: unknown): ErrorText | undefined {
  const [decoded, setDecoded] = useState<{ of: unknown; text: ErrorText }>();
  useEffect(() => {
    if (error === null || error === undefined || error instanceof QtiError) return;
    let gone = false;
    void toErrorText(error).then((text) => {
      if (!gone) setDecoded({ of: error, text });
    });
    return () => {
      gone = true;
    };
  }, [error]);
  if (error === null || error === undefined) return undefined;
  if (error instanceof QtiError) return textOf(error);
  return decoded?.of === error ? decoded?.text : undefined;
}
