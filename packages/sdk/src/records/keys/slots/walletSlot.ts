import { type Bytes, concat, fromBase64, randomBytes, toBase64, utf8 } from "../../bytes.ts";
import { KeySlotError, RecordInputError } from "../../errors.ts";
import { deriveSlotKey, type SlotWrapper, slotFacts, unwrapSeeds, wrapSeeds } from "./slot.ts";
import type { WalletSlot } from "./slotSchema.ts";

const info = utf8("qti/slot/wallet/v1");
const factorBytes = 64;
/** Bytes of the service's share. */
export const walletShareBytes = 32;

/**
 * Wraps seeds by two things that are each worth nothing alone: what a wallet signed, and a share that the service gives only after
 * the second factor.
 *
 * A signature alone may never be a key: any site can ask the wallet for the same one, and whoever breaks ECDSA one day can make it.
 *
 * @param factor from {@link createWalletFactor} when the slot is made, from {@link readWalletFactor} later
 * @param share 32 random bytes that the service keeps for this account
 */
export function walletSlot({
  account,
  chainId,
  factor,
  share,
}: Pick<WalletSlot, "account" | "chainId"> & { factor: Bytes; share: Bytes }): SlotWrapper<WalletSlot> {
  if (factor.length !== factorBytes) throw new KeySlotError({ reason: "wallet-foreign" });
  if (share.length !== walletShareBytes || share.every((byte) => byte === 0))
    throw new RecordInputError({ field: "share", reason: `It is not ${walletShareBytes} random bytes.` });
  const secret = concat(share, factor);
  return {
    kind: "wallet",
    async wrap(seeds, keys) {
      const salt = randomBytes(16);
      const facts = {
        ...slotFacts(keys),
        kind: "wallet" as const,
        salt: toBase64(salt),
        account,
        chainId,
      };
      return { ...facts, wrapped: await wrapSeeds(await deriveSlotKey(secret, salt, info), seeds, facts) };
    },
    async unwrap(slot) {
      if (slot.kind !== "wallet") throw new KeySlotError({ reason: "malformed" });
      return unwrapSeeds(await deriveSlotKey(secret, fromBase64(slot.salt), info), slot);
    },
  };
}
