import type { RuntimeConfig } from "@/lib/config/schema";
import { shortAddress } from "@/lib/format/address";
import type { Translator } from "@/lib/i18n/translator";
import { isLocalChain } from "@/lib/wallet/chain";
import type { en } from "@/messages/en";

/** The contracts of the deployment that people have a name for. */
const namedContracts = [
  "accessManager",
  "identityRegistry",
  "assetRegistry",
  "complianceModule",
  "qtiToken",
  "stakingVault",
  "stakingPool",
  "rewardsTreasury",
  "creditBook",
  "creditLines",
  "seniorPool",
  "firstLossPool",
  "vouching",
  "lendingMarkets",
  "appraisalOracle",
  "feedOracle",
  "interestRateModel",
  "liquidator",
  "keyDirectory",
  "recordAnchor",
  "testDollar",
  "demoFaucet",
  "demoDesk",
] as const;

type DemoRole = keyof typeof en.words.demo;

/** The accounts of Hardhat's public mnemonic and who they are in the demo. They mean this on a local chain only. */
const demoNames: { readonly [address: string]: { role: DemoRole } | { name: string } } = {
  "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266": { role: "deployer" },
  "0x70997970c51812dc3a010c7d01b50e0d17dc79c8": { role: "administrator" },
  "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc": { role: "attester" },
  "0x90f79bf6eb2c4f870365e785982e1f101e93b906": { role: "complianceDesk" },
  "0x15d34aaf54267db7d7c367839aaf71a00a2c6a65": { role: "complianceForce" },
  "0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc": { role: "treasurer" },
  "0x976ea74026e726554db657fa54763abd0c3a0aa9": { role: "pauser" },
  "0x14dc79964da2c08b23698b3d3cc7ca32193d9955": { role: "guardian" },
  "0x23618e81e3f5cdf7f54c3d65f7fbc0abf5b21e8f": { role: "operator" },
  "0xa0ee7a142d267c1f36714e4a8f75612f20a79720": { role: "reserve" },
  "0xbcd4042de499d14e55001ccbb24a551f3b954096": { name: "Ada" },
  "0x71be63f3384f5fb98995898a86b02fb2426c5788": { name: "Ben" },
  "0xfabb0ac9d68b0b445fb7357272ff202c5651694a": { name: "Cleo" },
  "0x1cbd3b2770909d4e10f157cabc84c7264073c9ec": { name: "Dana" },
  "0xdf3e18d64bc6a983f673ab319ccae4f1a57c7097": { name: "Elif" },
  "0xcd3b766ccdd6ae721141f452c550ca635964ce71": { name: "Farid" },
  "0x2546bcd3c84621e976d8185a91a922ae77ecec30": { name: "Grace" },
  "0xbda5747bfd65f08deb54cb465eb87d40e51b197e": { name: "Hugo" },
  "0xdd2fd4581271e230360230f9337d5c0430bf44c0": { name: "Ines" },
  "0x87bdce72c06c21cd96219bd8521bdf1f42c78b5e": { role: "underwriter" },
  "0x40fc963a729c542424cd800349a7e4ecc4896624": { name: "Mila" },
  "0x9dcce783b6464611f38631e6c851bf441907c710": { name: "Noor" },
  "0x1bcb8e569eedab4668e55145cfeaf190902d3cf2": { name: "Oskar" },
  "0x8263fce86b1b78f95ab4dae11907d8af88f841e7": { name: "Petra" },
  "0xcf2d5b3cbb4d7bf04e3f7bfa8e27081b52191f91": { name: "Quentin" },
};

/** The name of an address, where it is a contract of the deployment or, on a local chain, somebody of the demo. */
export function addressName(address: string, config: RuntimeConfig, t: Translator): string | undefined {
  const lower = address.toLowerCase();
  const contract = Object.keys(config.contracts).find(
    (name) => config.contracts[name]?.toLowerCase() === lower,
  );
  if (contract !== undefined) {
    const named = namedContracts.find((name) => name === contract);
    return named && t(`words.contracts.${named}`);
  }
  const known = isLocalChain(config) ? demoNames[lower] : undefined;
  return known && ("role" in known ? t(`words.demo.${known.role}`) : known.name);
}

/** An address in a sentence: its name where there is one, else its short form. */
export function addressWords(address: string, config: RuntimeConfig, t: Translator): string {
  return addressName(address, config, t) ?? shortAddress(address);
}
