"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import type { Holder } from "@qti/sdk/subgraph";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Hex } from "viem";
import { AssetHolders } from "@/components/assets/asset-holders";
import { Section } from "@/components/shell/section";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { toErrorText } from "@/lib/errors/error-text";
import { formatCount } from "@/lib/format/amount";
import { useGraph } from "@/lib/query/subgraph";
import { saveBlob } from "@/lib/save-blob";

/** Who holds the asset, and all of them as a file. */
export function IssuerHolders({ asset }: { asset: GetAssetReturnType }) {
  const t = useTranslations();
  const ask = useGraph();
  const showToast = useToast();
  const save = useMutation({
    mutationFn: async () => {
      const [{ holdersCsv }, { csvBlob }, holders] = await Promise.all([
        import("@/lib/history/holders-csv"),
        import("@/lib/format/csv"),
        ask(async (graph, subgraph) => {
          const found: Holder[] = [];
          let after: Hex | undefined;
          do {
            const page = await graph.getHolders(subgraph, { asset: asset.asset, first: 1_000, after });
            found.push(...page.items);
            after = page.next;
          } while (after !== undefined);
          return found;
        }),
      ]);
      const today = new Date().toISOString().slice(0, 10);
      saveBlob(csvBlob(holdersCsv(holders, asset.totalSupply)), `${asset.symbol}-holders-${today}.csv`);
      return holders.length;
    },
    onSuccess: (count) => showToast("done", t("issuer.holders.saved", { count, n: formatCount(count, t) })),
    onError: async (error) => {
      const { sentence, next } = await toErrorText(error, t);
      showToast("problem", `${sentence} ${next}`);
    },
  });
  return (
    <Section
      title={t("assets.holders.title")}
      action={
        <Button size="small" busy={save.isPending} onClick={() => save.mutate()}>
          {!save.isPending && <Download aria-hidden />}
          {t("issuer.holders.download")}
        </Button>
      }
    >
      <AssetHolders asset={asset} />
    </Section>
  );
}
