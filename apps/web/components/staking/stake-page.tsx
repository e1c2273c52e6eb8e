"use client";

import dynamic from "next/dynamic";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { PageHead } from "@/components/shell/page-head";
import { SkeletonLines } from "@/components/ui/skeleton";
import { type Way, ways } from "./two-ways";
import { VaultPanel } from "./vault-panel";
import { WaysSection } from "./ways-section";

/** Whoever stays with the vault does not load it. */
const PoolPanel = dynamic(() => import("./pool-panel").then((module) => module.PoolPanel), {
  ssr: false,
  loading: () => <SkeletonLines lines={8} />,
});

/** What does my stake earn, and which of the two ways is mine? */
export function StakePage() {
  const t = useTranslations();
  const pathname = usePathname();
  const search = useSearchParams();
  const way = ways.find((each) => each === search.get("way")) ?? "vault";

  function choose(next: Way) {
    // Only the address changes: the page has all it needs, and going back leads to where one came from.
    window.history.replaceState(null, "", next === "vault" ? pathname : `${pathname}?way=${next}`);
  }

  return (
    <>
      <PageHead title={t("staking.title")} lead={t("staking.lead")} />
      <WaysSection chosen={way} onChoose={choose} />
      <div className="mt-16">{way === "vault" ? <VaultPanel /> : <PoolPanel />}</div>
    </>
  );
}
