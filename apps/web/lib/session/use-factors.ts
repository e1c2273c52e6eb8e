"use client";

import { type Api, type Factors, getFactors } from "@qti/sdk/identity/sign-in";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Address } from "viem";
import { useRuntimeConfig } from "@/lib/config/context";
import { useAddress } from "@/lib/wallet/use-account";
import { personApi } from "./person-api";
import { withStepUp } from "./step-up";

const factorsKey = (account: Address | undefined) => ["factors", account] as const;

/** The second factors of the signed-in account. */
export function useFactors() {
  const { apiUrl } = useRuntimeConfig();
  return useQuery({
    queryKey: factorsKey(useAddress()),
    refetchOnWindowFocus: "always",
    queryFn: ({ signal }) => getFactors(personApi(apiUrl), { signal }),
  });
}

/** Says that a second factor was given or changed: the session has another level, and what is known of factors is old. */
export function useRaised(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all(
      ["session", "sessions", "factors"].map((key) => queryClient.invalidateQueries({ queryKey: [key] })),
    );
  };
}

/** A change of second factors, by one that is there already where the service wants it. */
export function useChangeFactors<input = void>(change: (api: Api, input: input) => Promise<Factors>) {
  const { apiUrl } = useRuntimeConfig();
  const account = useAddress();
  const queryClient = useQueryClient();
  const raised = useRaised();
  return useMutation({
    mutationFn: (input: input) => withStepUp(() => change({ url: apiUrl }, input)),
    onSuccess: async (factors) => {
      queryClient.setQueryData(factorsKey(account), factors);
      await raised();
    },
  });
}
