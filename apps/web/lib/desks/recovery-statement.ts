import "@/lib/no-eval";
import { type Address, getAddress, type Hex, isAddress, isAddressEqual } from "viem";
import * as z from "zod/mini";
import type { Translator } from "@/lib/i18n/translator";

/** By which an account agrees to take the place of a lost one: made by its owner, handed to the desk. */
export type RecoveryStatement = { lost: Address; successor: Address; deadline: bigint; signature: Hex };

const hexText = (pattern: RegExp) => z.templateLiteral(["0x", z.string().check(z.regex(pattern))]);
const schema = z.object({
  lost: hexText(/^[0-9a-fA-F]{40}$/),
  successor: hexText(/^[0-9a-fA-F]{40}$/),
  deadline: z.string().check(z.regex(/^\d{1,15}$/)),
  signature: hexText(/^([0-9a-fA-F]{2}){1,4096}$/),
});

/** Writes a statement as text that can be handed on. */
export function writeStatement({ lost, successor, deadline, signature }: RecoveryStatement): string {
  return JSON.stringify({ lost, successor, deadline: String(deadline), signature }, null, 2);
}

/** Reads a statement that was handed over; a sentence says what to do where it is none. */
export function readStatement(
  text: string,
  t: Translator,
): { ok: true; statement: RecoveryStatement } | { ok: false; problem: string } {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { ok: false, problem: t("desks.statement.incomplete") };
  }
  const parsed = schema.safeParse(given);
  if (!parsed.success) return { ok: false, problem: t("desks.statement.none") };
  const { lost, successor, deadline, signature } = parsed.data;
  if (!isAddress(lost, { strict: false }) || isAddressEqual(lost, successor))
    return { ok: false, problem: t("desks.statement.same") };
  return {
    ok: true,
    statement: {
      lost: getAddress(lost),
      successor: getAddress(successor),
      deadline: BigInt(deadline),
      signature,
    },
  };
}
