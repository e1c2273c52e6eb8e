import { z } from "zod";
import { quantity, rpc } from "../core/rpc.ts";

const increaseTime = z.unknown();
const block = z.object({ timestamp: quantity });
const day = 86_400;

/** The clock of a development chain, which only moves forward. */
export interface Clock {
  /** Seconds since 1970 of the newest block. */
  now(): Promise<number>;
  /** Moves on to the given number of days after the clock was made; does nothing when that is past. */
  toDay(days: number): Promise<void>;
  /** Moves on by seconds. */
  skip(seconds: number): Promise<void>;
  /** Moves on to the time of this machine. */
  toPresent(): Promise<void>;
}

/** Takes hold of the clock of the chain behind `url`; day 0 is its newest block. */
export async function takeClock(url: string): Promise<Clock> {
  const now = async () => (await rpc(url, "eth_getBlockByNumber", ["latest", false], block)).timestamp;
  const start = await now();
  const moveTo = async (time: number) => {
    const seconds = Math.floor(time) - (await now());
    if (seconds <= 0) return;
    await rpc(url, "evm_increaseTime", [seconds], increaseTime);
    await rpc(url, "evm_mine", [], increaseTime);
  };
  return {
    now,
    toDay: (days) => moveTo(start + days * day),
    skip: async (seconds) => moveTo((await now()) + seconds),
    toPresent: () => moveTo(Date.now() / 1_000),
  };
}
