/** What the contracts of the deployment are called by people. */
const contractNames: { readonly [contract: string]: string } = {
  accessManager: "Access manager",
  identityRegistry: "Identity registry",
  assetRegistry: "Asset registry",
  complianceModule: "Compliance module",
  qtiToken: "QTI token",
  stakingVault: "Staking vault",
  rewardsTreasury: "Rewards treasury",
  keyDirectory: "Key directory",
  recordAnchor: "Record anchor",
  testDollar: "Test dollar",
  demoFaucet: "Demo faucet",
  demoDesk: "Demo desk",
};

/** The name of an address, where it is one of the deployment's own contracts. */
export function addressName(
  address: string,
  contracts: Readonly<Record<string, string>>,
): string | undefined {
  const lower = address.toLowerCase();
  const key = Object.keys(contracts).find((name) => contracts[name]?.toLowerCase() === lower);
  return key === undefined ? undefined : contractNames[key];
}
