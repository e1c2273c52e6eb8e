"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { SkeletonLines } from "@/components/ui/skeleton";

// Behind the button: whoever does not press it loads nothing of what signs in, makes keys, or opens records.
const RecordsGate = dynamic(
  () => import("@/components/records/records-gate").then((module) => module.RecordsGate),
  { ssr: false, loading: () => <SkeletonLines lines={2} /> },
);

/** A button, and behind it what needs one's keys. */
export function Begin({ words, why, children }: { words: string; why: string; children: ReactNode }) {
  const [begun, setBegun] = useState(false);
  if (begun) return <RecordsGate why={why}>{() => children}</RecordsGate>;
  return (
    <Button className="justify-self-start" onClick={() => setBegun(true)}>
      {words}
    </Button>
  );
}
