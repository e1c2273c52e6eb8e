import {
  completeRecoverySync,
  getIdentityNonce,
  proposeRecovery,
  proposeRecoverySync,
  recoverSharesSync,
  recoveryTypedData,
  scheduleSync,
} from "@qti/sdk";
import type { Address } from "viem";
import { addressOf, type Cast } from "./cast.ts";
import { type LoserName, people } from "./people.ts";

/** The start of the year 2100: what is scheduled and what is proposed two days later are the same bytes. */
const deadline = 4_102_444_800n;

/** Announces two days ahead, as the role's delay demands, that an account is to take the place of a lost one. */
export async function scheduleRecovery(cast: Cast, who: LoserName): Promise<void> {
  const client = cast.desk("complianceForce");
  const call = proposeRecovery.call({
    ...(await proposalOf(cast, who)),
    identityRegistry: addressOf(cast, "identityRegistry"),
    account: client.account.address,
  });
  await scheduleSync(client, { call });
}

/** From here on its owner has three days to object. */
export async function proposeTheRecovery(cast: Cast, who: LoserName): Promise<void> {
  await proposeRecoverySync(cast.desk("complianceForce"), await proposalOf(cast, who));
}

/** Nobody objected: the new account takes the place of the old one, and its shares. */
export async function completeTheRecovery(
  cast: Cast,
  who: LoserName,
  assets: readonly Address[],
): Promise<void> {
  const client = cast.desk("complianceForce");
  const lost = cast.person(people[who]).account.address;
  await completeRecoverySync(client, { lost });
  for (const asset of assets) await recoverSharesSync(client, { asset, lost });
}

async function proposalOf(cast: Cast, who: LoserName) {
  const lost = cast.person(people[who]).account.address;
  const client = cast.successor(who);
  const successor = client.account.address;
  const nonce = await getIdentityNonce(client, { account: successor });
  const registry = addressOf(cast, "identityRegistry");
  const typedData = recoveryTypedData({
    chainId: cast.chain.id,
    registry,
    lost,
    successor,
    nonce,
    deadline,
  });
  return { lost, successor, deadline, signature: await client.signTypedData(typedData) };
}
