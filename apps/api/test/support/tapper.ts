import {
  createTapKey,
  getTapRules,
  getTapState,
  sendTaps,
  signTapBatch,
  startTapSession,
  type TapKey,
  type TapReceipt,
  tapSessionTypedData,
} from "@qti/sdk/rewards/taps";
import type { Address, Hex } from "viem";
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import type { Service } from "./service.ts";

/** What a tapper needs of a service. */
export type TapService = Pick<Service, "url" | "config">;

/** Where the service keeps taps. */
function tapConfig({ config }: TapService) {
  if (config.taps === undefined) throw new Error("this service counts no taps");
  return { chainId: config.chainId, tapRewards: config.taps.tapRewards };
}

/** Intervals of a hand: about five taps a second, none like the other. */
export function handIntervals(count: number, seed = 1): number[] {
  let state = seed;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
  return Array.from({ length: count }, () => 140 + Math.floor(random() * 90 + random() * 60));
}

/** Milliseconds of taps, the first one right away. */
export function offsetsOf(intervals: readonly number[], first = intervals[0] ?? 0): number[] {
  let at = first;
  return intervals.map((interval, index) => {
    at += index === 0 ? 0 : interval;
    return at;
  });
}

/** Somebody who taps as the web app does, and, where a test says so, as it never would. */
export class Tapper {
  readonly service: TapService;
  readonly wallet: PrivateKeyAccount;
  key: TapKey | undefined;
  session: Hex | undefined;
  sequence = 0;
  #seed = 1;

  constructor(service: TapService, wallet = privateKeyToAccount(generatePrivateKey())) {
    this.service = service;
    this.wallet = wallet;
  }

  get account(): Address {
    return this.wallet.address;
  }

  get api() {
    return { url: this.service.url };
  }

  /** Signs an authorisation for a new key. */
  async authorise({ issuedAt, life = 3_600 }: { issuedAt: number; life?: number }) {
    const key = await createTapKey();
    const session = {
      account: this.account,
      key: key.publicKey,
      issuedAt: BigInt(issuedAt),
      expiresAt: BigInt(issuedAt + life),
    };
    const typedData = tapSessionTypedData({ ...tapConfig(this.service), session });
    return { key, session, signature: await this.wallet.signTypedData(typedData) };
  }

  /** Starts a session at the service's time, as the web app asks for it. */
  async start(): Promise<this> {
    const { now } = await getTapRules(this.api);
    const issuedAt = Math.floor(now / 1000);
    const { key, session, signature } = await this.authorise({ issuedAt });
    const live = await startTapSession(this.api, { session, signature });
    this.key = key;
    this.session = live.id;
    this.sequence = live.sequence;
    return this;
  }

  /** Signs the next batch, with offsets as they are given. */
  async sign(taps: number[], sequence = this.sequence + 1) {
    const { key, session } = this;
    if (key === undefined || session === undefined) throw new Error("start first");
    return signTapBatch({ privateKey: key.privateKey, session, sequence, taps });
  }

  /** Sends the next batch and counts its number as used. */
  async send(taps: number[]): Promise<TapReceipt> {
    const receipt = await sendTaps(this.api, { batch: await this.sign(taps) });
    this.sequence = receipt.sequence;
    return receipt;
  }

  /** Taps like a hand so many times, in the time that `pass` lets go by. */
  async tap(count: number, pass: (milliseconds: number) => void): Promise<TapReceipt> {
    this.#seed += 1;
    const taps = offsetsOf(handIntervals(count, this.#seed), 1_500);
    pass((taps.at(-1) ?? 0) + 50);
    return this.send(taps);
  }

  state() {
    return getTapState(this.api, { account: this.account });
  }
}
