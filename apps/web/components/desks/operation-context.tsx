"use client";

import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { Callout } from "@/components/ui/callout";
import { Facts } from "@/components/ui/facts";
import type { FieldSpecs, Texts } from "@/lib/desks/fields";
import { rulesLines, sharesWords } from "@/lib/domain/rules-words";
import { standingWords } from "@/lib/domain/standing-words";
import { readAddress } from "@/lib/format/address";
import { useAsset, useHolding, useMayReceive } from "@/lib/query/assets";
import { useStanding } from "@/lib/query/chain";

/** What the chain says now of what an operation is about, beside the form in which it is chosen. */
export function OperationContext({ texts, fields }: { texts: Texts; fields: FieldSpecs }) {
  const read = (...names: string[]) => names.map((name) => readAddress(texts[name] ?? "")).find(Boolean);
  const asset = read("asset");
  const holder = read("holder", "from");
  const receiver = read("to");
  const subject = read("subject", "lost");
  return (
    <>
      {subject && <StandingNow account={subject} />}
      {asset && holder && <HoldingNow asset={asset} holder={holder} />}
      {asset && receiver && <ReceiverNow asset={asset} receiver={receiver} />}
      {asset && "minTier" in fields && <RulesNow asset={asset} />}
    </>
  );
}

function StandingNow({ account }: { account: Address }) {
  const t = useTranslations();
  const { data } = useStanding(account);
  if (!data) return null;
  return <Facts rows={[{ label: t("desks.now.stands"), value: standingWords(data, t).word }]} />;
}

function HoldingNow({ asset, holder }: { asset: Address; holder: Address }) {
  const t = useTranslations();
  const { data } = useHolding(asset, holder);
  if (!data) return null;
  return (
    <Facts
      rows={[
        { label: t("desks.now.holds"), value: sharesWords(data.balance, t) },
        { label: t("desks.now.frozen"), value: sharesWords(data.frozen, t) },
      ]}
    />
  );
}

function ReceiverNow({ asset, receiver }: { asset: Address; receiver: Address }) {
  const t = useTranslations();
  const { data } = useMayReceive(asset, receiver);
  if (data !== false) return null;
  return (
    <Callout live tone="warning" title={t("desks.now.refused")}>
      {t("desks.now.refusedText")}
    </Callout>
  );
}

function RulesNow({ asset }: { asset: Address }) {
  const t = useTranslations();
  const { data } = useAsset(asset);
  if (!data) return null;
  return (
    <Facts
      rows={[
        {
          label: t("desks.now.rules"),
          value: (
            <ul className="grid gap-1">
              {rulesLines(data.asset.rules, t).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
