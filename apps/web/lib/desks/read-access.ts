import { accessManagerAbi } from "@qti/sdk/abis";
import { type Address, type Hex, toFunctionSelector } from "viem";
import { readContract } from "viem/actions";
import { getAbiItem } from "viem/utils";
import type { Access } from "@/lib/access/access";
import type { ReadClient } from "@/lib/transactions/flow";
import { type OperationId, operationIds } from "./operation-names";
import { operations } from "./operations";

type Contracts = { readonly [name: string]: Address };

/** What an account may do of everything that roles can do. An operation of a contract that is not deployed is left out. */
export type AccessTable = { readonly [id in OperationId]?: Access };

const everyone = 2n ** 64n - 1n;

/** Asks the access manager what an account may do, and which role each operation needs. */
export async function readAccess(
  client: ReadClient,
  { account, contracts }: { account: Address | undefined; contracts: Contracts },
): Promise<AccessTable> {
  const manager = contracts.accessManager;
  if (!manager) return {};
  const rows = await Promise.all(
    operationIds.map(async (id): Promise<[OperationId, Access][]> => {
      const { contract, functionName } = operations[id];
      const target = contracts[contract];
      if (!target) return [];
      // Giving and taking roles is the administrator's, but for roles that another role looks after.
      if (target === manager) return [[id, await accessOfRole(client, manager, account, 0n)]];
      return [[id, await accessOfFunction(client, manager, account, target, selectorOf(id, functionName))]];
    }),
  );
  return Object.fromEntries(rows.flat());
}

function selectorOf(id: OperationId, name: string): Hex {
  const item = getAbiItem({ abi: operations[id].abi, name });
  return item?.type === "function" ? toFunctionSelector(item) : "0x";
}

async function accessOfFunction(
  client: ReadClient,
  manager: Address,
  account: Address | undefined,
  target: Address,
  selector: Hex,
): Promise<Access> {
  const abi = accessManagerAbi;
  const [role, [immediate, delay]] = await Promise.all([
    readContract(client, {
      address: manager,
      abi,
      functionName: "getTargetFunctionRole",
      args: [target, selector],
    }),
    account
      ? readContract(client, {
          address: manager,
          abi,
          functionName: "canCall",
          args: [account, target, selector],
        })
      : ([false, 0] as const),
  ]);
  if (immediate || role === everyone) return { may: "now", role };
  return delay > 0 ? { may: "later", role, delay } : { may: "no", role };
}

async function accessOfRole(
  client: ReadClient,
  manager: Address,
  account: Address | undefined,
  role: bigint,
): Promise<Access> {
  if (!account) return { may: "no", role };
  const [holds, delay] = await readContract(client, {
    address: manager,
    abi: accessManagerAbi,
    functionName: "hasRole",
    args: [role, account],
  });
  if (!holds) return { may: "no", role };
  return delay > 0 ? { may: "later", role, delay } : { may: "now", role };
}

/** For each role, what an account may do about who holds it: that is the business of the role's own administrator. */
export async function readRoleAdmins(
  client: ReadClient,
  {
    account,
    contracts,
    roles,
  }: { account: Address | undefined; contracts: Contracts; roles: readonly bigint[] },
): Promise<ReadonlyMap<bigint, Access>> {
  const manager = contracts.accessManager;
  if (!manager) return new Map();
  return new Map(
    await Promise.all(
      roles.map(async (role): Promise<[bigint, Access]> => {
        const admin = await readContract(client, {
          address: manager,
          abi: accessManagerAbi,
          functionName: "getRoleAdmin",
          args: [role],
        });
        return [role, await accessOfRole(client, manager, account, admin)];
      }),
    ),
  );
}
