import {
  cryptography,
  generateKeys,
  type KeyPublic,
  type Keys,
  keyFingerprints,
  signKeys,
} from "@qti/sdk/records";
import { eq } from "drizzle-orm";
import { bytesToHex } from "viem";
import { privateKeyToAddress } from "viem/accounts";
import type { Clock } from "../core/context.ts";
import { derive } from "../core/sealing.ts";
import type { Database } from "../database/client.ts";
import { publishKeys } from "../records/keyStore.ts";
import { storeKeys } from "./storeTables.ts";

/** The service as an author of records. */
export type StoreSigner = { account: `0x${string}`; keys: Keys };

/** Keys that sign and seal were asked to open something. */
export class SealOnlyError extends Error {
  override name = "SealOnlyError";

  constructor() {
    super("The service cannot open what it delivered. Ask the buyer, whose keys do.");
  }
}

/** The account in whose name the service delivers: nobody signs in with it, and it holds nothing. */
export function storeAccount(secret: Uint8Array): `0x${string}` {
  const address = privateKeyToAddress(bytesToHex(derive(secret, "qti/store/account/v1")));
  return `0x${address.slice(2).toLowerCase()}`;
}

/**
 * The keys under which the service delivers, published like anybody's. It signs with its own ML-DSA key. A record is sealed for
 * its author as well as for its readers, so the service has a recipient; but nobody can open for it, because its seed is
 * forgotten in the moment it is made. What was delivered only the buyer reads.
 */
export async function openStoreSigner(
  db: Database,
  { secret, clock, chainId }: { secret: Uint8Array; clock: Clock; chainId: number },
): Promise<StoreSigner> {
  const account = storeAccount(secret);
  const using = await cryptography();
  const signature = await using.signatures.importSeed(derive(secret, "qti/store/signature/v1"));
  const verifier = Buffer.from(signature.publicKey).toString("base64");
  const recipient = await recipientBeside(db, verifier);
  const { fingerprint } = await keyFingerprints({ recipient, verifier });
  const keys: Keys = {
    public: { recipient, verifier, fingerprint },
    cryptography: using,
    kem: { publicKey: new Uint8Array(), decapsulate: () => Promise.reject(new SealOnlyError()) },
    signature,
  };
  await publishKeys(db, clock, await signKeys(keys, { account, chainId }));
  return { account, keys };
}

/** Fingerprints of all keys under which the service delivers, or did before its key was changed. */
export async function storeFingerprints(db: Database): Promise<KeyPublic["fingerprint"][]> {
  const known = await db.select().from(storeKeys).orderBy(storeKeys.verifier);
  return Promise.all(
    known.map(
      async ({ recipient, verifier }) => (await keyFingerprints({ recipient, verifier })).fingerprint,
    ),
  );
}

/** The recipient that belongs to a verifier; one to which nobody has the seed where there is none yet. */
async function recipientBeside(db: Database, verifier: string): Promise<`age1pq1${string}`> {
  const find = () => db.select().from(storeKeys).where(eq(storeKeys.verifier, verifier));
  const [known] = await find();
  if (known !== undefined) return known.recipient as `age1pq1${string}`;
  const { keys } = await generateKeys();
  await db.insert(storeKeys).values({ verifier, recipient: keys.public.recipient }).onConflictDoNothing();
  return recipientBeside(db, verifier);
}
