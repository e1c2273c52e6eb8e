"use client";

import { getKeys, registerKeys } from "@qti/sdk";
import type { KeyPublic } from "@qti/sdk/records/client";
import { useQuery } from "@tanstack/react-query";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { useReadClient } from "@/lib/query/read-client";
import { useRecords } from "@/lib/records/context";
import { writeStep } from "@/lib/transactions/flow";
import { useAddress } from "@/lib/wallet/use-account";
import { Fingerprint } from "./fingerprint";

/** The person's own fingerprint: what they give to others, and what the chain can confirm. */
export function FingerprintPanel({ keys }: { keys: KeyPublic }) {
  const account = useAddress();
  const client = useReadClient();
  const { load } = useRecords();
  const transact = useTransact();
  const registered = useQuery({
    queryKey: ["chain", "keyDirectory", account, keys.fingerprint],
    queryFn: async () => {
      if (!account) return null;
      const records = await load();
      const [entries, prints] = await Promise.all([
        getKeys(client, { account }),
        records.client.keyFingerprints(keys),
      ]);
      return {
        prints,
        onChain: entries.history.some(
          ({ recipient, verifier }) => recipient === prints.recipient && verifier === prints.verifier,
        ),
      };
    },
  });

  return (
    <aside aria-labelledby="own-fingerprint" className="grid content-start gap-4 border-ink border-t pt-4">
      <h2 id="own-fingerprint" className="font-semibold text-lg">
        Your fingerprint
      </h2>
      <p className="text-muted text-sm">
        Give it to people who want to share a record with you. It stands for your public keys and gives
        nothing away.
      </p>
      <Fingerprint value={keys.fingerprint} />
      {registered.data?.onChain === true && (
        <p className="text-gain text-sm">
          Registered on the chain: others can see that these keys are yours.
        </p>
      )}
      {registered.data?.onChain === false && (
        <div className="grid justify-items-start gap-2">
          <p className="text-muted text-sm">
            Register it on the chain, and others can check that these keys belong to your account without
            asking you.
          </p>
          <Button
            size="small"
            onClick={() => {
              const prints = registered.data?.prints;
              if (!prints) return;
              const parameters = { recipient: prints.recipient, verifier: prints.verifier };
              transact({
                title: "Register your record keys",
                verb: "Register",
                changes: [
                  { label: "Key directory", value: "names these keys as yours" },
                  { label: "Public from then on", value: "two fingerprints, and nothing about your records" },
                ],
                plan: async () => [
                  writeStep({ id: "register", title: "Register the keys" }, registerKeys, () => parameters),
                ],
                estimateGas: (context) =>
                  registerKeys.estimateGas(context.client, { ...parameters, account: context.account }),
                done: "Your keys stand in the key directory",
              });
            }}
          >
            Register on the chain
          </Button>
        </div>
      )}
    </aside>
  );
}
