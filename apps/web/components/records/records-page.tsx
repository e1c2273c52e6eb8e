"use client";

import dynamic from "next/dynamic";
import { PageHead } from "@/components/shell/page-head";
import { SkeletonLines } from "@/components/ui/skeleton";
import { RecordsGate } from "./records-gate";

// Behind the gate: a visitor without keys never loads what opens records.
const RecordsView = dynamic(() => import("./records-view").then((module) => module.RecordsView), {
  ssr: false,
  loading: () => <SkeletonLines lines={4} />,
});

/** What is kept here that nobody else can read? */
export function RecordsPage() {
  return (
    <>
      <PageHead
        title="Records"
        lead="Notes and files, sealed in this browser before they leave it. Only the people you choose can open them; the service keeps what it cannot read."
      />
      <RecordsGate why="Records belong to an account: it decides who else may open them.">
        {(keys) => <RecordsView keys={keys} />}
      </RecordsGate>
    </>
  );
}
