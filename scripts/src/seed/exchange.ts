import {
  approveSync,
  dutchOrder,
  fillSync,
  getEpoch,
  limitOrder,
  type Order,
  type SignedOrder,
  signOrder,
  standingOrder,
} from "@qti/sdk";
import { postOrder } from "@qti/sdk/exchange/book";
import { type Address, maxUint256 } from "viem";
import { addressOf, type Cast } from "./cast.ts";
import type { Offer, Trade, Weekly } from "./market.ts";
import { type PersonName, people } from "./people.ts";

const share = 10n ** 18n;
const cent = 10_000n;
const day = 86_400;

/** Where and when an order is signed. */
type Place = { readonly address: Address; readonly now: number };

/** The demo's market: remembers what people allowed already, and the standing order that lasts through the month. */
export class DemoExchange {
  readonly #cast: Cast;
  readonly #allowed = new Set<string>();
  #weekly: SignedOrder | undefined;

  constructor(cast: Cast) {
    this.#cast = cast;
  }

  /** One leaves an order, another takes all of it. */
  async trade({ seller, buyer, shares, cents, maker = "seller" }: Trade, place: Place): Promise<void> {
    const [offers, takes] = maker === "seller" ? [seller, buyer] : [buyer, seller];
    await this.#allow(seller, place.address);
    await this.#allow(buyer, addressOf(this.#cast, "testDollar"));
    const order = limitOrder({
      ...(await this.#terms(offers, place.address)),
      side: maker === "seller" ? "ask" : "bid",
      shares: shares * share,
      price: cents * cent,
      start: place.now,
      expiresAt: place.now + day,
    });
    await this.#fill(takes, await this.#sign(offers, order));
  }

  /** Signs an order that buys every week, and stays. */
  async leaveWeekly({ who, shares, cents, count }: Weekly, place: Place): Promise<void> {
    await this.#allow(who, addressOf(this.#cast, "testDollar"));
    const order = standingOrder({
      ...(await this.#terms(who, place.address)),
      side: "bid",
      shares: shares * share,
      price: cents * cent,
      start: place.now,
      duration: 2 * day,
      interval: 7 * day,
      count,
    });
    this.#weekly = await this.#sign(who, order);
  }

  /** Sells into the window of the weekly order that is open. */
  async fillWeekly(seller: PersonName, place: Place): Promise<void> {
    if (this.#weekly === undefined) return;
    await this.#allow(seller, place.address);
    await this.#fill(seller, this.#weekly);
  }

  /** Posts the weekly order and `offers` to the book behind `url`. */
  async openBook(url: string, offers: readonly (Offer & { address: Address })[], now: number): Promise<void> {
    const signed = this.#weekly === undefined ? [] : [this.#weekly];
    for (const { who, side, shares, cents, fallsTo, address } of offers) {
      await this.#allow(who, side === "ask" ? address : addressOf(this.#cast, "testDollar"));
      const terms = {
        ...(await this.#terms(who, address)),
        side,
        shares: shares * share,
        start: now,
        expiresAt: now + 21 * day,
      };
      const order =
        fallsTo === undefined
          ? limitOrder({ ...terms, price: cents * cent })
          : dutchOrder({ ...terms, startPrice: cents * cent, endPrice: fallsTo * cent });
      signed.push(await this.#sign(who, order));
    }
    for (const { order, signature } of signed) await postOrder({ url }, { order, signature });
  }

  /** Lets the exchange move a token of a person, once: what the app asks for before a first order. */
  async #allow(who: PersonName, token: Address): Promise<void> {
    const key = `${who}:${token}`;
    if (this.#allowed.has(key)) return;
    this.#allowed.add(key);
    const spender = addressOf(this.#cast, "exchange");
    await approveSync(this.#wallet(who), { token, spender, amount: maxUint256 });
  }

  async #terms(who: PersonName, asset: Address) {
    const client = this.#wallet(who);
    const maker = client.account.address;
    const epoch = await getEpoch(client, { account: maker });
    return { maker, asset, money: addressOf(this.#cast, "testDollar"), epoch };
  }

  #sign(who: PersonName, order: Order): Promise<SignedOrder> {
    return signOrder(this.#wallet(who), { order });
  }

  async #fill(who: PersonName, { order, signature }: SignedOrder): Promise<void> {
    const { sellAmount } = order;
    // Nobody else is on this chain yet: no price can move between the signature and the block.
    await fillSync(this.#wallet(who), { order, signature, sellAmount, maxGive: maxUint256, minGet: 0n });
  }

  #wallet(who: PersonName) {
    return this.#cast.person(people[who]);
  }
}
