import { ApiProblemError } from "@qti/sdk/errors";
import { createClient, defineChain, http } from "viem";
import { describe, expect, it } from "vitest";
import { translatorFor } from "@/lib/i18n/testing";
import { answerStepUp } from "@/lib/session/step-up";
import type { Flow, Step } from "./flow";
import type { JournalEntry } from "./journal";
import type { FlowEvent } from "./machine";
import { type FlowDependencies, runFlow } from "./run-flow";

const account = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const hashOf = (digit: number): `0x${string}` => `0x${digit.toString(16).padStart(64, "0")}`;
const chain = defineChain({
  id: 31337,
  name: "local",
  nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
  rpcUrls: { default: { http: ["http://127.0.0.1:1"] } },
});
const client = createClient({ chain, transport: http() });
const wallet = createClient({ account, chain, transport: http() });

class Refused extends Error {}
class Declined extends Error {}

const words = (id: string) => ({ id, title: id });
const transaction = (
  id: string,
  digit: number,
  overrides: Partial<Extract<Step, { kind: "transaction" }>> = {},
): Step => ({
  ...words(id),
  kind: "transaction",
  simulate: async () => undefined,
  send: async () => hashOf(digit),
  ...overrides,
});

/** Runs a flow whose transactions end as `ends` says, in order, and answers with what the machine was told. */
async function run(
  steps: Step[] | (() => Promise<Step[]>),
  ends: Partial<JournalEntry>[] = [],
  flow: Partial<Flow> = {},
) {
  const told: FlowEvent[] = [];
  const left = [...ends];
  const dependencies: FlowDependencies = {
    account,
    client,
    wallet: async () => wallet,
    receipt: async () => ({ logs: [] }),
    toErrorText: async (error) => ({
      sentence: error instanceof Error ? error.message : "",
      next: "",
      code: "",
      isRejection: error instanceof Declined,
    }),
    dispatch: (event) => void told.push(event),
    onLink: () => undefined,
    t: translatorFor("en"),
    track: ({ hash, title }, follower) => {
      const entry: JournalEntry = {
        hash,
        title,
        sentAt: 0,
        status: "confirmed",
        block: "7",
        ...left.shift(),
      };
      follower(entry, false);
      if (entry.status === "confirmed") follower({ ...entry, status: "indexed" }, false);
    },
  };
  const plan = async () => (Array.isArray(steps) ? steps : steps());
  await runFlow({ title: "Act", verb: "Act", changes: [], done: "Done", plan, ...flow }, dependencies);
  return told.map(({ type }) => type);
}

describe("runFlow", () => {
  it("tells each step of one transaction", async () => {
    expect(await run([transaction("act", 1)])).toEqual([
      "started",
      "planned",
      "simulated",
      "sent",
      "confirmed",
      "indexed",
    ]);
  });

  it("does the work and takes the signature before the transaction", async () => {
    const order: string[] = [];
    await run([
      { ...words("seal"), kind: "task", run: async () => void order.push("seal") },
      { ...words("permit"), kind: "signature", run: async () => void order.push("permit") },
      transaction("act", 1, {
        simulate: async () => void order.push("simulate"),
        send: async () => {
          order.push("send");
          return hashOf(1);
        },
      }),
    ]);
    expect(order).toEqual(["seal", "permit", "simulate", "send"]);
  });

  it("asks for a second factor where the service wants one, and does the task again", async () => {
    const problem = { type: "about:blank", title: "No", code: "step-up-needed", status: 403 };
    let given = false;
    const leave = answerStepUp(async () => {
      given = true;
    });
    const attest = async () => {
      if (!given) throw new ApiProblemError({ problem });
    };
    expect(await run([{ ...words("attest"), kind: "task", run: attest }, transaction("act", 1)])).toEqual([
      "started",
      "planned",
      "stepDone",
      "simulated",
      "sent",
      "confirmed",
      "indexed",
    ]);
    leave();
  });

  it("sends the action only after the approval is in a block", async () => {
    expect(await run([transaction("approve", 1), transaction("act", 2)])).toEqual([
      "started",
      "planned",
      "simulated",
      "sent",
      "confirmed",
      "indexed",
      "stepDone",
      "simulated",
      "sent",
      "confirmed",
      "indexed",
    ]);
  });

  it.each(["replaced", "cancelled", "dropped"] as const)("stops when the approval is %s", async (status) => {
    const told = await run([transaction("approve", 1), transaction("act", 2)], [{ status }]);
    expect(told).toEqual(["started", "planned", "simulated", "sent", status]);
  });

  it("never asks the wallet for what would be refused", async () => {
    const told = await run([
      transaction("act", 1, {
        simulate: async () => {
          throw new Refused("The receiver is not verified.");
        },
        send: async () => {
          throw new Refused("The wallet was asked.");
        },
      }),
    ]);
    expect(told).toEqual(["started", "planned", "failed"]);
  });

  it("takes a rejection for no failure", async () => {
    const send = async () => {
      throw new Declined();
    };
    expect(await run([transaction("act", 1, { send })])).toEqual([
      "started",
      "planned",
      "simulated",
      "rejected",
    ]);
  });

  it("says why a mined transaction was refused", async () => {
    const told = await run(
      [transaction("act", 1)],
      [{ status: "reverted", reason: { sentence: "No.", next: "Do this." } }],
    );
    expect(told.at(-1)).toBe("failed");
  });

  it("fails in words when the plan cannot be made", async () => {
    const told = await run(async () => {
      throw new Refused("The node cannot be reached.");
    });
    expect(told).toEqual(["started", "failed"]);
  });

  it("reads the receipt before it goes on, and clears the form once", async () => {
    const order: string[] = [];
    await run([transaction("act", 1, { onReceipt: () => void order.push("receipt") })], [], {
      onConfirmed: () => void order.push("clear"),
    });
    expect(order).toEqual(["receipt", "clear"]);
  });
});
