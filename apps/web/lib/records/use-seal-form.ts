"use client";

import type { KeepProgress } from "@qti/sdk/records/spaces";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { ErrorText } from "@/lib/errors/error-text";
import { useErrorText } from "@/lib/errors/use-error-text";

/** How a form stands whose contents are sealed in this browser and stored. */
export type SealForm = {
  /** Somebody tried to send it: from now on it says what is missing. */
  tried: boolean;
  busy: boolean;
  /** How far it is while it is busy; undefined before there is something to say. */
  progress: KeepProgress | undefined;
  problem: ErrorText | undefined;
  submit: (event: FormEvent) => void;
};

/** Seals and stores what was typed, once all of it is there. It stays typed when something goes wrong. */
export function useSealForm<sealed>({
  isComplete,
  seal,
  onSealed,
}: {
  isComplete: boolean;
  seal: (onProgress: (progress: KeepProgress) => void) => Promise<sealed>;
  onSealed?: (sealed: sealed) => Promise<void> | void;
}): SealForm {
  const [tried, setTried] = useState(false);
  const [progress, setProgress] = useState<KeepProgress>();
  const sealing = useMutation({
    mutationFn: () => seal(setProgress),
    onSettled: () => setProgress(undefined),
    onSuccess: (sealed) => {
      setTried(false);
      return onSealed?.(sealed);
    },
  });
  return {
    tried,
    busy: sealing.isPending,
    progress,
    problem: useErrorText(sealing.error),
    submit: (event) => {
      event.preventDefault();
      setTried(true);
      if (isComplete && !sealing.isPending) sealing.mutate();
    },
  };
}
