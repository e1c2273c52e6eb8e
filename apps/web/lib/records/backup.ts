import "@/lib/no-eval";
import * as z from "zod/mini";

const slotSchema = z.object({
  kind: z.string(),
  credentialId: z.optional(z.string()),
  rpId: z.optional(z.string()),
  prfInput: z.optional(z.string()),
});
const backupSchema = z.object({ slots: z.array(slotSchema) });

/** Ways to open a backup in a browser that does not have its keys. */
export const restoreWays = ["recovery", "passphrase", "passkey"] as const;
export type RestoreWay = (typeof restoreWays)[number];

/** What a passkey has to be asked for. */
export type PasskeyFacts = { credentialId: string; rpId: string; prfInput: string };

/** A backup as text: how it can be opened, and by which passkeys. The Worker reads it again, and says what is wrong with it. */
export function readBackup(text: string): {
  value: unknown;
  ways: RestoreWay[];
  passkeys: PasskeyFacts[];
} {
  let value: unknown = text;
  try {
    value = JSON.parse(text);
  } catch {
    // The Worker says in its own words that this is no backup.
  }
  const slots = backupSchema.safeParse(value).data?.slots ?? [];
  return {
    value,
    ways: restoreWays.filter((way) => slots.some(({ kind }) => kind === way)),
    passkeys: slots.flatMap(({ kind, credentialId, rpId, prfInput }) =>
      kind === "passkey" && credentialId && rpId && prfInput ? [{ credentialId, rpId, prfInput }] : [],
    ),
  };
}
