import type { RuntimeConfig } from "@/lib/config/schema";
import { shortAddress } from "@/lib/format/address";
import { isLocalChain } from "@/lib/wallet/chain";

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

/** The accounts of Hardhat's public mnemonic and who they are in the demo. They mean this on a local chain only. */
const demoNames: { readonly [address: string]: string } = {
  "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266": "Deployer",
  "0x70997970c51812dc3a010c7d01b50e0d17dc79c8": "Administrator",
  "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc": "Attester",
  "0x90f79bf6eb2c4f870365e785982e1f101e93b906": "Compliance desk",
  "0x15d34aaf54267db7d7c367839aaf71a00a2c6a65": "Compliance force",
  "0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc": "Treasurer",
  "0x976ea74026e726554db657fa54763abd0c3a0aa9": "Pauser",
  "0x14dc79964da2c08b23698b3d3cc7ca32193d9955": "Guardian",
  "0x23618e81e3f5cdf7f54c3d65f7fbc0abf5b21e8f": "Anchorer",
  "0xa0ee7a142d267c1f36714e4a8f75612f20a79720": "QTI reserve",
  "0xbcd4042de499d14e55001ccbb24a551f3b954096": "Ada",
  "0x71be63f3384f5fb98995898a86b02fb2426c5788": "Ben",
  "0xfabb0ac9d68b0b445fb7357272ff202c5651694a": "Cleo",
  "0x1cbd3b2770909d4e10f157cabc84c7264073c9ec": "Dana",
  "0xdf3e18d64bc6a983f673ab319ccae4f1a57c7097": "Elif",
  "0xcd3b766ccdd6ae721141f452c550ca635964ce71": "Farid",
  "0x2546bcd3c84621e976d8185a91a922ae77ecec30": "Grace",
  "0xbda5747bfd65f08deb54cb465eb87d40e51b197e": "Hugo",
  "0xdd2fd4581271e230360230f9337d5c0430bf44c0": "Ines",
};

/** The name of an address, where it is a contract of the deployment or, on a local chain, somebody of the demo. */
export function addressName(address: string, config: RuntimeConfig): string | undefined {
  const lower = address.toLowerCase();
  const contract = Object.keys(config.contracts).find(
    (name) => config.contracts[name]?.toLowerCase() === lower,
  );
  if (contract !== undefined) return contractNames[contract];
  return isLocalChain(config) ? demoNames[lower] : undefined;
}

/** An address in a sentence: its name where there is one, else its short form. */
export function addressWords(address: string, config: RuntimeConfig): string {
  return addressName(address, config) ?? shortAddress(address);
}
