import { accessManagerAbi } from "@qti/sdk/abis";
import { QtiError } from "@qti/sdk/errors";
import type { Address, Hex } from "viem";
import { estimateContractGas, getBlock, readContract } from "viem/actions";
import { type Access, lapseAfter } from "@/lib/access/access";
import { durationWords, exactTime } from "@/lib/format/time";
import type { Translator } from "@/lib/i18n/translator";
import type { Change, DoneLink, Flow, ReadClient } from "@/lib/transactions/flow";
import { callStep } from "@/lib/transactions/requirement-steps";
import type { PreparedCall } from "./operations";

/** The same operation waits for its time already. */
export class OperationWaitsError extends QtiError {
  readonly readyAt: number;

  constructor(readyAt: number, t: Translator) {
    super(`This is scheduled already, and can be carried out from ${exactTime(readyAt, t)}.`, {
      name: "OperationWaitsError",
      code: "operation-waits",
      next: "Wait for its time, or cancel it on the page of roles.",
    });
    this.readyAt = readyAt;
  }
}

/** What the flow of an operation is made of. */
export type OperationFlowParameters = {
  manager: Address;
  call: PreparedCall;
  access: Access;
  /** What the call does, in a sentence. */
  title: string;
  verb: string;
  changes: readonly Change[];
  risk?: string | undefined;
  onConfirmed?: (() => void) | undefined;
};

const rolesLink = (t: Translator): DoneLink => ({ href: "/roles", title: t("desks.flow.link") });

/**
 * Does something that needs a role: at once where the account may, by scheduling it where the role waits. What was
 * scheduled and is due is carried out instead of being scheduled again.
 */
export function operationFlow(parameters: OperationFlowParameters, t: Translator): Flow {
  const { manager, call, access, title, verb, changes, risk, onConfirmed } = parameters;
  const waits = access.may === "later";
  const scheduleCall = {
    address: manager,
    abi: accessManagerAbi,
    functionName: "schedule",
    args: [call.address, call.data, 0],
  } as const;
  return {
    title,
    verb: waits ? t("desks.flow.schedule") : verb,
    changes: [...changes, ...timing(access, t)],
    ...(risk === undefined ? {} : { risk }),
    plan: async ({ account, client }) => {
      const act = callStep({ id: "act", title: verb }, call);
      if (!waits) return [act];
      const readyAt = await readyAtOf(client, manager, account, call);
      if (readyAt === 0) return [callStep({ id: "schedule", title: t("desks.flow.schedule") }, scheduleCall)];
      if ((await chainTime(client)) < readyAt) throw new OperationWaitsError(readyAt, t);
      return [act];
    },
    estimateGas: ({ account, client }) =>
      waits
        ? estimateContractGas(client, { ...scheduleCall, account })
        : estimateContractGas(client, { ...call, account }),
    done: waits ? t("desks.flow.scheduled") : t("desks.flow.done"),
    ...(waits ? { doneLink: () => rolesLink(t) } : {}),
    ...(onConfirmed ? { onConfirmed } : {}),
  };
}

function timing(access: Access, t: Translator): Change[] {
  if (access.may !== "later") return [{ label: t("desks.flow.effect"), value: t("desks.flow.atOnce") }];
  return [
    {
      label: t("desks.flow.effect"),
      value: t("desks.flow.notYet", { duration: durationWords(access.delay, t) }),
    },
    {
      label: t("desks.flow.window"),
      value: t("desks.flow.windowLength", { duration: durationWords(lapseAfter, t) }),
    },
    { label: t("desks.flow.until"), value: t("desks.flow.untilText") },
  ];
}

/** A scheduled operation, as the index lists it. */
export type Scheduled = { caller: Address; target: Address; data: Hex };

/** Carries out what was scheduled and is due. */
export function executeFlow(
  manager: Address,
  { target, data }: Scheduled,
  title: string,
  t: Translator,
): Flow {
  const call = {
    address: manager,
    abi: accessManagerAbi,
    functionName: "execute",
    args: [target, data],
  } as const;
  return {
    title,
    verb: t("desks.execute.verb"),
    changes: [
      { label: t("desks.flow.effect"), value: t("desks.flow.atOnce") },
      { label: t("desks.execute.waited"), value: t("desks.execute.yes") },
    ],
    risk: t("desks.execute.risk"),
    // Simulated as the function itself would be, so that a refusal is the contract's own sentence.
    plan: async () => [callStep({ id: "execute", title: t("desks.execute.verb") }, call)],
    estimateGas: ({ account, client }) => estimateContractGas(client, { ...call, account }),
    done: t("desks.flow.done"),
  };
}

/** Cancels what waits. */
export function cancelFlow(
  manager: Address,
  { caller, target, data }: Scheduled,
  title: string,
  t: Translator,
): Flow {
  const call = {
    address: manager,
    abi: accessManagerAbi,
    functionName: "cancel",
    args: [caller, target, data],
  } as const;
  return {
    title,
    verb: t("desks.cancel.verb"),
    changes: [{ label: t("desks.flow.effect"), value: t("desks.cancel.effect") }],
    risk: t("desks.cancel.risk"),
    plan: async () => [callStep({ id: "cancel", title: t("desks.cancel.verb") }, call)],
    estimateGas: ({ account, client }) => estimateContractGas(client, { ...call, account }),
    done: t("desks.cancel.done"),
  };
}

/** When the operation of an account may be carried out; 0 when it is not scheduled, or lapsed. Unix seconds. */
async function readyAtOf(
  client: ReadClient,
  manager: Address,
  account: Address,
  { address, data }: PreparedCall,
): Promise<number> {
  const abi = accessManagerAbi;
  const id = await readContract(client, {
    address: manager,
    abi,
    functionName: "hashOperation",
    args: [account, address, data],
  });
  return readContract(client, { address: manager, abi, functionName: "getSchedule", args: [id] });
}

/** The time that the next block will see, as far as anyone can know. Unix seconds. */
async function chainTime(client: ReadClient): Promise<number> {
  const { timestamp } = await getBlock(client, { blockTag: "latest" });
  return Math.max(Number(timestamp), Math.floor(Date.now() / 1000));
}
