"use client";

import type { RecordRow } from "@qti/sdk/records/client";
import { useQuery } from "@tanstack/react-query";
import { useRuntimeConfig } from "@/lib/config/context";
import { useAddress } from "@/lib/wallet/use-account";
import { useRecords } from "./context";
import { openNote } from "./notes";

/** A note, opened and proven. A version never changes, so it is opened once; who reads it may change meanwhile. */
export function useNote(row: RecordRow) {
  const { load } = useRecords();
  const { chainId } = useRuntimeConfig();
  const account = useAddress();
  const query = useQuery({
    queryKey: ["records", "note", account, row.id, row.version],
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: async () => openNote(await load(), row, chainId),
  });
  const { error, isPending, isFetching, refetch } = query;
  return {
    error,
    isPending,
    isFetching,
    refetch,
    data: query.data && { ...query.data, row: newer(query.data.row, row) },
  };
}

/** The version that was opened may be newer than the one that was listed; its readers may have changed since. */
function newer(a: RecordRow, b: RecordRow): RecordRow {
  return (a.version - b.version || a.revision - b.revision) > 0 ? a : b;
}
