"use client";

import type { CreditApplication, RecordCreditIncomeParameters } from "@qti/sdk/loans/applications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRuntimeConfig } from "@/lib/config/context";
import { personApi } from "@/lib/session/person-api";
import { withStepUp } from "@/lib/session/step-up";
import { useSession } from "@/lib/session/use-session";

const loadApplications = () => import("@/lib/sdk/applications");

/** The rule by which limits are given, as numbers. */
export function useUnderwritingRules() {
  const { apiUrl } = useRuntimeConfig();
  return useQuery({
    queryKey: ["underwriting", "rules"],
    staleTime: 300_000,
    queryFn: async ({ signal }) =>
      (await loadApplications()).getUnderwritingRules({ url: apiUrl }, { signal }),
  });
}

const applicationKey = (account: string | undefined) => ["underwriting", "mine", account];

/** The last application of who is signed in; `null` for none, or while nobody is. */
export function useApplication() {
  const { apiUrl } = useRuntimeConfig();
  const { session } = useSession();
  return useQuery({
    queryKey: applicationKey(session?.account),
    enabled: session !== undefined && session !== null,
    queryFn: async ({ signal }): Promise<CreditApplication | null> =>
      (await (await loadApplications()).getCreditApplication(personApi(apiUrl), { signal })) ?? null,
  });
}

/** Applies for the connected account, which signs in first where it has not. */
export function useApply() {
  const { apiUrl } = useRuntimeConfig();
  const { session, begin } = useSession();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const signedIn = session ?? (await begin.mutateAsync());
      if (!signedIn) return null;
      const application = await (await loadApplications()).applyForCredit({ url: apiUrl });
      queryClient.setQueryData(applicationKey(signedIn.account), application);
      return application;
    },
  });
}

const incomesKey = ["underwriting", "incomes"] as const;

/** Incomes on record, for a signed-in underwriter. */
export function useIncomes(enabled: boolean) {
  const { apiUrl } = useRuntimeConfig();
  const { session } = useSession();
  return useQuery({
    queryKey: [...incomesKey, session?.account],
    enabled: enabled && session !== undefined && session !== null,
    queryFn: async ({ signal }) => (await loadApplications()).getCreditIncomes(personApi(apiUrl), { signal }),
  });
}

/** Records an income that somebody proved. */
export function useRecordIncome() {
  const { apiUrl } = useRuntimeConfig();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (income: Omit<RecordCreditIncomeParameters, "signal">) => {
      const { recordCreditIncome } = await loadApplications();
      return withStepUp(() => recordCreditIncome({ url: apiUrl }, income));
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: incomesKey }),
  });
}
