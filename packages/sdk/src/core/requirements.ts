import type { Address } from "viem";
import {
  type FillQuestion,
  ofFill,
  ofPlaceOrder,
  type PlaceOrderQuestion,
} from "../exchange/fillRequirements.ts";
import * as addresses from "../generated/addressTables.ts";
import { enrolIssuer } from "../identity/enrolIssuer.ts";
import { getStanding } from "../identity/getStanding.ts";
import { isIssuer } from "../identity/isIssuer.ts";
import { type LoansQuestion, ofLoans } from "../loans/requirements.ts";
import { type MoneyVenue, venueTables } from "../money/venues.ts";
import { type StakingVenue, stakingTables } from "../staking/venues.ts";
import { type ContractsOption, resolveContracts } from "./addresses.ts";
import { type AllowanceOptions, type AllowanceRequirement, allowanceFor } from "./allowance.ts";
import type { QtiClient } from "./client.ts";

/** What an issuer or administrator pays into a contract. */
type PayQuestion = {
  action: "payIncome" | "openRedemption";
  /** The token. */
  money: Address;
  /** Its units. */
  amount: bigint;
};

/** Parameters of {@link requirements}: what is to be done, by whom. */
export type RequirementsParameters = ContractsOption & { owner: Address } & (
    | (AllowanceOptions & {
        action: "deposit";
        /** QTI units (18 decimals). */
        assets: bigint;
      })
    | (AllowanceOptions & {
        action: "stake" | "increasePosition";
        /** QTI units (18 decimals). */
        amount: bigint;
      })
    | { action: "tokenize" }
    | FillQuestion
    | PlaceOrderQuestion
    | PayQuestion
    | LoansQuestion
    | { action: "listMoney"; venue: MoneyVenue; money: Address; probe: bigint }
  );

/** Something that must happen before an action can succeed, as data. */
export type Requirement =
  | AllowanceRequirement
  /** The account must be attested first. */
  | { type: "identity"; account: Address }
  /** The account needs the ISSUER role; `call` gives it on development chains, elsewhere the compliance desk does. */
  | { type: "issuerRole"; call: ReturnType<typeof enrolIssuer.call> | undefined };

/**
 * Says what is missing before an action can succeed: an approval to send, a message to sign, a role to get. Empty when
 * nothing is.
 *
 * @param client - Any viem client.
 * @param parameters - {@link RequirementsParameters}
 * @returns {@link Requirement} in the order in which to meet them.
 * @throws {@link AddressUnknownError} when an address is not known on the chain.
 *
 * @example
 * ```ts
 * for (const requirement of await requirements(client, { action: "deposit", assets, owner })) console.log(requirement.type);
 * ```
 */
export async function requirements(
  client: QtiClient,
  parameters: RequirementsParameters,
): Promise<Requirement[]> {
  switch (parameters.action) {
    case "deposit":
      return ofStake(client, { ...parameters, venue: "stakingVault", value: parameters.assets });
    case "stake":
    case "increasePosition":
      return ofStake(client, { ...parameters, venue: "stakingPool", value: parameters.amount });
    case "tokenize":
      return ofTokenize(client, parameters);
    case "fill":
      return [...(await ofTrade(client, parameters)), ...(await ofFill(client, parameters))];
    case "placeOrder":
      return [...(await ofTrade(client, parameters)), ...(await ofPlaceOrder(client, parameters))];
    case "payIncome":
      return ofPayment(client, { ...parameters, venue: "incomeDistributor" });
    case "openRedemption":
      return ofPayment(client, { ...parameters, venue: "assetRedemption" });
    case "listMoney":
      return ofPayment(client, { ...parameters, amount: parameters.probe });
    default:
      return ofLoans(client, parameters);
  }
}

async function ofStake(
  client: QtiClient,
  asked: ContractsOption & AllowanceOptions & { owner: Address; venue: StakingVenue; value: bigint },
): Promise<Requirement[]> {
  const { venue, contracts, ...needed } = asked;
  const tables = { ...stakingTables, qtiToken: addresses.qtiToken };
  const { qtiToken: token, [venue]: spender } = await resolveContracts(client, tables, contracts);
  return allowanceFor(client, { ...needed, token, spender });
}

/** Shares change hands only between accounts that were attested. */
async function ofTrade(
  client: QtiClient,
  { owner, contracts }: { owner: Address } & ContractsOption,
): Promise<Requirement[]> {
  const { identity } = await getStanding(client, { account: owner, contracts });
  return identity === undefined ? [{ type: "identity", account: owner }] : [];
}

async function ofPayment(
  client: QtiClient,
  asked: ContractsOption & { owner: Address; venue: MoneyVenue; money: Address; amount: bigint },
): Promise<Requirement[]> {
  const { owner, venue, money: token, amount: value, contracts } = asked;
  const { [venue]: spender } = await resolveContracts(client, venueTables, contracts);
  return allowanceFor(client, { token, owner, spender, value, prefer: "approval" });
}

async function ofTokenize(
  client: QtiClient,
  { owner, contracts }: Extract<RequirementsParameters, { action: "tokenize" }>,
): Promise<Requirement[]> {
  const [standing, issuer] = await Promise.all([
    getStanding(client, { account: owner, contracts }),
    isIssuer(client, { account: owner, contracts }),
  ]);
  const missing: Requirement[] = standing.canReceive ? [] : [{ type: "identity", account: owner }];
  if (issuer) return missing;
  // Public networks have no demo desk: the requirement stands, only without a call that meets it.
  const desk = await resolveContracts(client, { demoDesk: addresses.demoDesk }, contracts).catch(
    () => undefined,
  );
  return [...missing, { type: "issuerRole", call: desk && enrolIssuer.call({ ...desk, account: owner }) }];
}
