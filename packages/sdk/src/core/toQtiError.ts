import { QtiError } from "../errors/base.ts";
import { decodeWalletError } from "../errors/wallet.ts";

/**
 * Turns whatever was caught into an error of QTI. Sentences for what contracts say are loaded only now: they are four
 * fifths of the error table, and most sessions never see one.
 */
export async function toQtiError(error: unknown): Promise<QtiError> {
  if (error instanceof QtiError) return error;
  // Without a node there is no revert to decode, and maybe no server to load the table from.
  const known = decodeWalletError(error);
  if (known !== undefined) return known;
  const { decodeError } = await import("../errors/decode.ts");
  return decodeError(error);
}
