import "@/lib/no-eval";
import type { Address, Hex } from "viem";
import * as z from "zod/mini";
import { burnerStorageKey } from "./burner-provider";

const hex = (bytes: number) =>
  z.templateLiteral(["0x", z.string().check(z.regex(new RegExp(`^[0-9a-fA-F]{${bytes * 2}}$`)))]);

const burnerStateSchema = z.object({
  keys: z.array(z.object({ address: hex(20), privateKey: hex(32), label: z.string() })),
  active: z.number(),
});

/** A key of the burner wallet. It lies open in this browser's storage: for test money only. */
export type BurnerKey = { address: Address; privateKey: Hex; label: string };
/** The keys of the burner wallet and which of them is in use. */
export type BurnerState = { keys: BurnerKey[]; active: number };

const empty: BurnerState = { keys: [], active: 0 };

let cached: { text: string | null; state: BurnerState } = { text: null, state: empty };

/** The state as it stands in the browser's storage. The same object as long as the stored text is the same. */
export function readBurner(): BurnerState {
  if (typeof window === "undefined") return empty;
  const text = window.localStorage.getItem(burnerStorageKey);
  if (text === cached.text) return cached.state;
  let state = empty;
  try {
    const parsed = burnerStateSchema.safeParse(JSON.parse(text ?? "null"));
    if (parsed.success) state = parsed.data;
  } catch {
    // Not ours, or cut off: begin anew rather than break the page.
  }
  cached = { text, state };
  return state;
}

function write(state: BurnerState): BurnerState {
  window.localStorage.setItem(burnerStorageKey, JSON.stringify(state));
  // The storage event reaches other tabs only; this one is told here.
  window.dispatchEvent(new Event("qti:burner"));
  return readBurner();
}

/** Adds a key, or finds it again, and makes it the one in use. */
export function addBurnerKey(key: BurnerKey): BurnerState {
  const { keys } = readBurner();
  const known = keys.findIndex(({ address }) => address === key.address);
  return known >= 0 ? write({ keys, active: known }) : write({ keys: [...keys, key], active: keys.length });
}

/** Makes another key the one in use. */
export function selectBurnerKey(address: Address): BurnerState {
  const { keys, active } = readBurner();
  const index = keys.findIndex((key) => key.address === address);
  return write({ keys, active: index < 0 ? active : index });
}

/** Addresses with the one in use first, as wallets answer. */
export function burnerAccounts({ keys, active }: BurnerState): Address[] {
  const first = keys[active];
  return first ? [first.address, ...keys.filter((key) => key !== first).map((key) => key.address)] : [];
}
