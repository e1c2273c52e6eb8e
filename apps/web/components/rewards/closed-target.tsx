"use client";

import { useTapRules } from "@/lib/query/taps";
import { TapTarget } from "./tap-target";

/** The target as it waits for somebody: full, and counting nothing. */
export function ClosedTarget() {
  const { data } = useTapRules();
  const most = data?.energy.most ?? 0;
  return (
    <TapTarget today="0" energy={most} most={most} factor="1" worth="0" open={false} onTap={() => false} />
  );
}
