import { getContracts, grantRole, grantRoleSync, scheduleSync } from "@qti/sdk";
import { serviceRoles } from "@qti/sdk/identity/sign-in/wire";
import type { Cast } from "./cast.ts";

/** Announces three days ahead, as ADMIN's delay demands, that the desk of compliance is to read identity papers. */
export async function announceOfficer(cast: Cast): Promise<void> {
  const client = cast.desk("admin");
  const { accessManager } = await getContracts(client, { names: ["accessManager"] });
  const call = grantRole.call({ accessManager, account: client.account.address, ...officerOf(cast) });
  await scheduleSync(client, { call });
}

/** From here on its role lets it fetch papers; they are sealed for it as soon as it has record keys on the chain. */
export async function admitOfficer(cast: Cast): Promise<void> {
  await grantRoleSync(cast.desk("admin"), officerOf(cast));
}

function officerOf(cast: Cast) {
  const member = cast.desk("complianceDesk").account.address;
  return { role: serviceRoles.KYC_OFFICER, member, delay: 0 };
}
