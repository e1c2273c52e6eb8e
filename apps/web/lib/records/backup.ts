import "@/lib/no-eval";
import * as z from "zod/mini";

const slotSchema = z.looseObject({
  kind: z.string(),
  credentialId: z.optional(z.string()),
  rpId: z.optional(z.string()),
  prfInput: z.optional(z.string()),
});
const walletSchema = z.object({
  kind: z.literal("wallet"),
  account: z.templateLiteral(["0x", z.string().check(z.regex(/^[0-9a-f]{40}$/))]),
  chainId: z.int(),
  fingerprint: z.templateLiteral(["0x", z.string().check(z.regex(/^[0-9a-f]{64}$/))]),
});
const backupSchema = z.object({ slots: z.array(slotSchema) });

/** Ways to open a backup in a browser that does not have its keys. */
export const restoreWays = ["recovery", "passphrase", "passkey", "wallet"] as const;
export type RestoreWay = (typeof restoreWays)[number];

/** What a passkey has to be asked for. */
export type PasskeyFacts = { credentialId: string; rpId: string; prfInput: string };

/** Which wallet has to sign, and of which keys the service has its share. */
export type WalletFacts = Omit<z.infer<typeof walletSchema>, "kind">;

/** A backup as text: how it can be opened, by which passkeys and by which wallet. The Worker reads it again, and says what is wrong with it. */
export function readBackup(text: string): {
  value: unknown;
  ways: RestoreWay[];
  passkeys: PasskeyFacts[];
  wallet: WalletFacts | undefined;
} {
  let value: unknown = text;
  try {
    value = JSON.parse(text);
  } catch {
    // The Worker says in its own words that this is no backup.
  }
  const slots = backupSchema.safeParse(value).data?.slots ?? [];
  const [wallet] = slots.flatMap((slot) => walletSchema.safeParse(slot).data ?? []);
  const has = (way: RestoreWay) => (way === "wallet" ? wallet : slots.some(({ kind }) => kind === way));
  return {
    value,
    ways: restoreWays.filter(has),
    passkeys: slots.flatMap(({ kind, credentialId, rpId, prfInput }) =>
      kind === "passkey" && credentialId && rpId && prfInput ? [{ credentialId, rpId, prfInput }] : [],
    ),
    wallet: wallet && {
      account: wallet.account,
      chainId: wallet.chainId,
      fingerprint: wallet.fingerprint,
    },
  };
}
