import { tapReceiptSchema } from "@qti/sdk/rewards/taps/wire";
import { z } from "zod";

/** An answer as it is kept, and given again. */
export type TapReceiptJson = z.input<typeof tapReceiptSchema>;

export const toReceiptJson = (receipt: z.output<typeof tapReceiptSchema>): TapReceiptJson =>
  z.encode(tapReceiptSchema, receipt);
