"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Fingerprint } from "./fingerprint";

/** The warning that somebody has other keys than before, with both to compare, and the decision that only the person can make. */
export function KeysChanged({
  known,
  offered,
  opinion,
  busy,
  onCompared,
}: {
  known: `0x${string}`;
  offered: `0x${string}`;
  /** What the chain says of the new ones. */
  opinion?: ReactNode;
  busy: boolean;
  onCompared: () => void;
}) {
  const t = useTranslations();
  return (
    <div className="grid gap-3">
      <Callout live tone="warning" title={t("records.readers.changed")}>
        {t("records.readers.changedText")} {opinion}
      </Callout>
      <dl className="grid gap-2 text-sm">
        <dt className="text-muted">{t("records.readers.known")}</dt>
        <dd>
          <Fingerprint value={known} />
        </dd>
        <dt className="text-muted">{t("records.readers.offered")}</dt>
        <dd>
          <Fingerprint value={offered} />
        </dd>
      </dl>
      <Button size="small" className="justify-self-start" busy={busy} onClick={onCompared}>
        {t("records.readers.compared")}
      </Button>
    </div>
  );
}
