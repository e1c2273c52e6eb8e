"use client";

import { PageHead } from "@/components/shell/page-head";
import { RecordsGate } from "./records-gate";
import { RecordsView } from "./records-view";

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
