"use client";

import type { KeepProgress, Vault } from "@qti/sdk/records/spaces";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useToast } from "@/components/ui/toast";
import { useRuntimeConfig } from "@/lib/config/context";
import { useReadClient } from "@/lib/query/read-client";
import { useGraph } from "@/lib/query/subgraph";
import { useAddress } from "@/lib/wallet/use-account";
import { useRecords } from "./context";
import { findWanted, type OpenedSpace, openSpace, openVault, type ReadBy, type SpaceName } from "./spaces";
import { type SealForm, useSealForm } from "./use-seal-form";

/** The way to papers: this browser's keys, and the log of the service. */
export function useVault(): () => Promise<Vault> {
  const { load } = useRecords();
  const { chainId } = useRuntimeConfig();
  return async () => openVault(await load(), chainId);
}

const spaceKey = (space: SpaceName) => ["records", "space", space] as const;

function useOpened<contents>(
  space: SpaceName,
  read: (vault: Vault, signal: AbortSignal) => Promise<OpenedSpace<contents>>,
) {
  const account = useAddress();
  const open = useVault();
  return useQuery({
    queryKey: [...spaceKey(space), account],
    refetchOnWindowFocus: "always",
    queryFn: async ({ signal }) => read(await open(), signal),
  });
}

/** Identity papers that the connected account may open, opened in this browser. */
export const useKycSpace = () => useOpened("kyc", openSpace.kyc);

/** Papers for loans, in the same way. */
export const useLoanSpace = () => useOpened("loans", openSpace.loans);

/** Documents of assets, in the same way. */
export const useAssetSpace = () => useOpened("assets", openSpace.assets);

/** Says that a space has changed. */
export function useSpaceChanged(space: SpaceName): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: spaceKey(space) });
}

/** A form that seals papers of a space. The space is read anew before it says that they are sent. */
export function usePapersForm<sealed>({
  space,
  isComplete,
  seal,
  onSealed,
}: {
  space: SpaceName;
  isComplete: boolean;
  seal: (vault: Vault, onProgress: (progress: KeepProgress) => void) => Promise<sealed>;
  onSealed: () => void;
}): SealForm {
  const t = useTranslations();
  const load = useVault();
  const changed = useSpaceChanged(space);
  const showToast = useToast();
  return useSealForm({
    isComplete,
    seal: async (onProgress) => seal(await load(), onProgress),
    onSealed: async () => {
      await changed();
      showToast("done", t(`spaces.${space}.sent`));
      onSealed();
    },
  });
}

/** Who is to read papers, with the keys that they read by, and who cannot. */
export function useWantedReaders(by: ReadBy) {
  const account = useAddress();
  const client = useReadClient();
  const ask = useGraph();
  const open = useVault();
  const of = "role" in by ? `${by.role}` : by.asset;
  return useQuery({
    queryKey: ["records", "wanted", account, of],
    refetchOnWindowFocus: "always",
    queryFn: async ({ signal }) => {
      const vault = await open();
      return ask((_, subgraph) => findWanted(vault, by, { client, subgraph, signal }));
    },
  });
}
