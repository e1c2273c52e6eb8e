"use client";

import { SubgraphQueryError } from "@qti/sdk/errors";
import { Callout } from "@/components/ui/callout";
import { useErrorText } from "@/lib/errors/use-error-text";

/** Why no list could be made; what the index says of a query is said as it said it. */
export function ListProblem({ error }: { error: unknown }) {
  const problem = useErrorText(error);
  if (!problem) return null;
  const said = error instanceof SubgraphQueryError ? error.details : undefined;
  return (
    <Callout live tone="problem" title={problem.sentence}>
      {said ? <code className="text-sm">{said}</code> : problem.next}
    </Callout>
  );
}
