import { type CreditApplication, creditApplicationSchema } from "@qti/sdk/loans/applications/wire";
import { z } from "zod";

/** An application as it goes over the wire, and as it is kept. */
export type StoredApplication = z.input<typeof creditApplicationSchema>;

/** @see StoredApplication */
export function storedOf(application: CreditApplication): StoredApplication {
  return z.encode(creditApplicationSchema, application);
}
