"use client";

import type { RecordsProgress } from "@qti/sdk/records/client";
import { useIsMutating, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useRuntimeConfig } from "@/lib/config/context";
import { withStepUp } from "@/lib/session/step-up";
import { useSession } from "@/lib/session/use-session";
import { useRecords } from "./context";
import { useKeysChanged } from "./use-keys";

const mutationKey = ["rotation"];
const loadModule = () => import("./rotation");

/** Moves the records of an account to the keys that are open, and knows whether a rotation of before is still under way. */
export function useRotation(fingerprint: string) {
  const { load } = useRecords();
  const { chainId } = useRuntimeConfig();
  const { session } = useSession();
  const keysChanged = useKeysChanged();
  const [progress, setProgress] = useState<RecordsProgress>();
  const unfinished = useQuery({
    queryKey: ["records", "rotation", fingerprint, session?.account],
    enabled: Boolean(session),
    queryFn: async () => {
      const [records, { unfinishedRotation }] = await Promise.all([load(), loadModule()]);
      return (await unfinishedRotation(records)).length > 0;
    },
  });
  const run = useMutation({
    mutationKey,
    mutationFn: async () => {
      const [records, { rotate }] = await Promise.all([load(), loadModule()]);
      return withStepUp(() => rotate(records, chainId, setProgress));
    },
    onSettled: async () => {
      setProgress(undefined);
      await keysChanged();
    },
  });
  // It may have been begun on this page before, and goes on while one looks at others.
  const isRunning = useIsMutating({ mutationKey }) > 0;
  return { session, progress, unfinished, run, isRunning };
}
