import { getContracts, hasRole, type roles } from "@qti/sdk";
import { type Address, parseAbi } from "viem";
import { readContract } from "viem/actions";
import type { ReadClient } from "@/lib/transactions/flow";

/** A place where people with roles work. */
export type Desk = "issuer" | "compliance" | "lenders" | "markets" | "rewards";

const rolesOf = {
  issuer: ["issuer"],
  compliance: ["complianceDesk", "complianceForce", "pauser", "guardian"],
  lenders: ["underwriter", "treasurer", "pauser"],
  markets: ["appraiser", "risk"],
  rewards: ["rewardsOperator", "guardian"],
} as const satisfies { [desk in Desk]: readonly (keyof typeof roles)[] };

/** The desks at which an account can do something. Attesters hold no role and sit at the compliance desk. */
export async function readDesks(client: ReadClient, account: Address): Promise<readonly Desk[]> {
  const holdsOne = (names: readonly (keyof typeof roles)[]) =>
    Promise.all(names.map((role) => hasRole(client, { account, role })));
  const [issuer, compliance, lenders, markets, rewards, attester] = await Promise.all([
    holdsOne(rolesOf.issuer),
    holdsOne(rolesOf.compliance),
    holdsOne(rolesOf.lenders),
    holdsOne(rolesOf.markets),
    holdsOne(rolesOf.rewards),
    readIsAttester(client, account),
  ]);
  return [
    ...(issuer.includes(true) ? (["issuer"] as const) : []),
    ...(compliance.includes(true) || attester ? (["compliance"] as const) : []),
    ...(lenders.includes(true) ? (["lenders"] as const) : []),
    ...(markets.includes(true) ? (["markets"] as const) : []),
    ...(rewards.includes(true) ? (["rewards"] as const) : []),
  ];
}

const abi = parseAbi(["function isAttester(address account) view returns (bool)"]);

/** Whether an account may vouch for people. */
export async function readIsAttester(client: ReadClient, account: Address): Promise<boolean> {
  const { identityRegistry } = await getContracts(client, { names: ["identityRegistry"] });
  return readContract(client, {
    address: identityRegistry,
    abi,
    functionName: "isAttester",
    args: [account],
  });
}
