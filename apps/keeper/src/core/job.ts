import type { Logger } from "@qti/service/logger";
import type { Abi, Address, ContractFunctionArgs, ContractFunctionName } from "viem";
import { type EncodeFunctionDataParameters, encodeFunctionData } from "viem";
import { Backoff } from "./backoff.ts";
import type { KeeperClient } from "./chain.ts";
import type { Metrics } from "./metrics.ts";
import type { Outcome, Sender } from "./sender.ts";

const firstBackoffMs = 5_000;
const longestBackoffMs = 10 * 60_000;

export type JobDeps = {
  client: KeeperClient;
  sender: Pick<Sender, "send">;
  log: Logger;
  metrics: Metrics;
  signal: AbortSignal;
};

/** Something to be sent. */
export type Call<abi extends Abi, name extends ContractFunctionName<abi, "nonpayable">> = {
  /** What it is for; stands in the journal. What failed lately for it is left alone for a while. */
  subject: string;
  address: Address;
  abi: abi;
  functionName: name;
  args: ContractFunctionArgs<abi, "nonpayable", name>;
};

/** What every job shares that brings in nothing: rounds that are measured and never throw, and calls with backoff. */
export class Job {
  readonly name: string;
  readonly #deps: JobDeps;
  readonly #backoff = new Backoff(firstBackoffMs, longestBackoffMs);

  constructor(name: string, deps: JobDeps) {
    this.name = name;
    this.#deps = deps;
  }

  /** Goes through the work once. What fails is said and done in a later round. */
  async round(work: () => Promise<void>): Promise<void> {
    const { metrics, log, signal } = this.#deps;
    if (signal.aborted) return;
    const end = metrics.rounds.startTimer({ job: this.name });
    try {
      this.#backoff.forget();
      await work();
    } catch (error) {
      if (signal.aborted) return;
      metrics.failures.inc({ job: this.name });
      log.warn({ job: this.name, err: error }, "a round did not finish; the next one goes on");
    } finally {
      end();
    }
  }

  /** Sends a call, unless it failed a short while ago. Answers whether the chain has it now. */
  async send<const abi extends Abi, name extends ContractFunctionName<abi, "nonpayable">>(
    call: Call<abi, name>,
  ): Promise<boolean> {
    const { sender, log } = this.#deps;
    const { subject, address, functionName } = call;
    const what = `${functionName} ${subject}`;
    if (this.#backoff.holds(what)) return false;
    const data = encodeFunctionData(call as unknown as EncodeFunctionDataParameters);
    const outcome: Outcome = await sender.send({
      job: this.name,
      subject: what,
      to: address,
      data,
      earned: () => new Map(),
    });
    if (outcome.status === "confirmed") this.#backoff.succeeded(what);
    else this.#backoff.failed(what);
    if (outcome.status === "refused")
      log.info({ job: this.name, subject: what, err: outcome.cause }, "not sent");
    if (outcome.status === "dryRun")
      log.info({ job: this.name, subject: what, gas: String(outcome.gas) }, "would send");
    return outcome.status === "confirmed";
  }
}
