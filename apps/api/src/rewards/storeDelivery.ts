import { type KeyPublic, newRecordId, type SealedRecord, seal, verifyPublishedKeys } from "@qti/sdk/records";
import { rewardCodesSpace } from "@qti/sdk/rewards/store";
import type { Logger } from "@qti/service/logger";
import { and, asc, desc, eq, exists, isNotNull, isNull, notInArray, type SQL, sql } from "drizzle-orm";
import type { BlobService } from "../blobs/blobService.ts";
import type { Clock } from "../core/context.ts";
import type { Database } from "../database/client.ts";
import type { HeaderStore } from "../records/headerStore.ts";
import { keysToWire } from "../records/keyStore.ts";
import { putRecord } from "../records/recordWrites.ts";
import { publishedKeys, records } from "../records/tables.ts";
import type { CodeVault } from "./codeVault.ts";
import { codesOf, setAside } from "./storeCodes.ts";
import { openStoreSigner, type StoreSigner } from "./storeSigner.ts";
import { storeCodes, storeOrders } from "./storeTables.ts";

/** Orders of one turn; the next one goes on. */
const ordersATurn = 200;
/** What `@qti/web` opens as a note: a title and a text. */
const recordType = "note";

export type StoreDeliveryDeps = {
  blobs: BlobService;
  headers: HeaderStore;
  vault: CodeVault;
  secret: Uint8Array;
  clock: Clock;
  log: Logger;
  chainId: number;
};

type Order = typeof storeOrders.$inferSelect;

/** Keys of the buyer that something can be sealed for now. */
export const hasKeys = (db: Database): SQL<boolean> =>
  sql<boolean>`${exists(
    db
      .select({ one: sql`1` })
      .from(publishedKeys)
      .where(and(eq(publishedKeys.account, storeOrders.account), isNull(publishedKeys.revokedAt))),
  )}`;

/**
 * Delivers codes as records, each sealed for its buyer alone. Codes and the id of the record are bound to the order before
 * anything is sealed, and given up in the very write that says it was delivered: whatever cuts it off, the next turn finds
 * either nothing done, or the record, and no code goes to two.
 */
export class StoreDelivery {
  readonly #deps: StoreDeliveryDeps;
  #signer: StoreSigner | undefined;

  constructor(deps: StoreDeliveryDeps) {
    this.#deps = deps;
  }

  /** Delivers what can be delivered. To be called by one process at a time. */
  async turn(db: Database, deployment: number, signal?: AbortSignal): Promise<void> {
    await this.#setAside(db, deployment);
    const ready = await db
      .select()
      .from(storeOrders)
      .where(and(owed(deployment), isNotNull(storeOrders.recordId), hasKeys(db)))
      .orderBy(asc(storeOrders.orderId))
      .limit(ordersATurn);
    for (const order of ready) {
      if (signal?.aborted) return;
      try {
        await this.#deliver(db, order);
      } catch (error) {
        // One buyer's trouble keeps nobody else waiting.
        this.#deps.log.warn(
          { err: error, order: `${order.orderId}` },
          "a delivery failed; it is tried again",
        );
      }
    }
  }

  /** First come, first served: where an item has too few codes for an order, later ones of it wait behind it. */
  async #setAside(db: Database, deployment: number): Promise<void> {
    const { clock } = this.#deps;
    const short = new Set<bigint>();
    for (;;) {
      const waiting = await waitingOrders(db, deployment, [...short]);
      if (waiting.length === 0) return;
      for (const order of waiting) {
        if (short.has(order.itemId)) continue;
        const given = await setAside(db, order, { recordId: newRecordId(), now: clock.now() });
        if (!given) short.add(order.itemId);
      }
    }
  }

  async #deliver(db: Database, order: Order): Promise<void> {
    const { log, clock, secret, chainId } = this.#deps;
    this.#signer ??= await openStoreSigner(db, { secret, clock, chainId });
    const recordId = order.recordId ?? newRecordId();
    const [there] = await db
      .select({ id: records.id })
      .from(records)
      .where(and(eq(records.id, recordId), eq(records.owner, this.#signer.account)));
    if (there === undefined) {
      const recipient = await recipientOf(db, order.account);
      // Revoked a moment ago: it waits for new ones.
      if (recipient === undefined) return;
      await this.#store(db, this.#signer, order, { recordId, recipient });
    }
    const now = clock.now();
    await db.transaction(async (tx) => {
      await tx
        .update(storeOrders)
        .set({ deliveredAt: now, updatedAt: now })
        .where(eq(storeOrders.place, order.place));
      await tx.update(storeCodes).set({ sealed: null }).where(eq(storeCodes.order, order.place));
    });
    log.info({ order: `${order.orderId}`, item: `${order.itemId}` }, "codes delivered");
  }

  async #store(db: Database, signer: StoreSigner, order: Order, to: Recipient): Promise<void> {
    const { blobs, headers, clock, vault } = this.#deps;
    const codes = await codesOf(db, vault, order);
    const { header, payload, ...sealed } = await this.#seal(signer, order, to, codes);
    const { payloadHash, manifestHash, readers, leafSalt, attachments } = sealed;
    await blobs.put(signer.account, payloadHash, chunk(payload), payload.byteLength);
    const body = {
      suite: sealed.manifest.suite,
      space: rewardCodesSpace,
      version: 1,
      author: signer.keys.public.fingerprint,
      header: Buffer.from(header).toString("base64"),
      payloadHash,
      manifestHash,
      attachments,
      readers,
      leafSalt,
    };
    const deps = { db, headers, blobs, clock, quotaBytes: Number.MAX_SAFE_INTEGER };
    await putRecord(deps, signer.account, to.recordId, body, { kind: "absent" });
  }

  #seal(
    { account, keys }: StoreSigner,
    { orderId, itemId }: Order,
    { recordId, recipient }: Recipient,
    codes: readonly string[],
  ): Promise<SealedRecord> {
    const words = { title: `Order ${orderId}`, text: codes.join("\n") };
    return seal({
      body: Buffer.from(JSON.stringify({ ...words, orderId: `${orderId}`, itemId: `${itemId}`, codes })),
      type: recordType,
      space: rewardCodesSpace,
      recordId,
      version: 1,
      previous: null,
      owner: account,
      chainId: this.#deps.chainId,
      keys,
      recipients: [recipient],
    });
  }
}

type Recipient = { recordId: string; recipient: KeyPublic };

/**
 * The newest keys of an account that it has not revoked. The database is not believed: keys in somebody's name have signed
 * that they are.
 */
async function recipientOf(db: Database, account: string): Promise<KeyPublic | undefined> {
  const [newest] = await db
    .select()
    .from(publishedKeys)
    .where(and(eq(publishedKeys.account, account), isNull(publishedKeys.revokedAt)))
    .orderBy(desc(publishedKeys.createdAt), publishedKeys.fingerprint)
    .limit(1);
  return newest === undefined ? undefined : verifyPublishedKeys(keysToWire(newest));
}

/** Orders of other items than these that wait for codes of which there are some, the oldest first. */
function waitingOrders(db: Database, deployment: number, without: readonly bigint[]): Promise<Order[]> {
  const leftover = db
    .select({ one: sql`1` })
    .from(storeCodes)
    .where(
      and(
        eq(storeCodes.deployment, storeOrders.deployment),
        eq(storeCodes.itemId, storeOrders.itemId),
        isNull(storeCodes.order),
      ),
    );
  return db
    .select()
    .from(storeOrders)
    .where(
      and(
        owed(deployment),
        isNull(storeOrders.recordId),
        notInArray(storeOrders.itemId, [...without]),
        exists(leftover),
      ),
    )
    .orderBy(asc(storeOrders.orderId))
    .limit(ordersATurn);
}

/** Bought, deep enough in the chain, and not delivered. */
function owed(deployment: number): SQL | undefined {
  return and(
    eq(storeOrders.deployment, deployment),
    eq(storeOrders.confirmed, true),
    eq(storeOrders.undone, false),
    isNull(storeOrders.deliveredAt),
  );
}

async function* chunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
