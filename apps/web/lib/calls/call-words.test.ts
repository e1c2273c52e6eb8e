import {
  accessManagerAbi,
  assetRegistryAbi,
  complianceModuleAbi,
  exchangeAbi,
  identityRegistryAbi,
  incomeDistributorAbi,
} from "@qti/sdk/abis";
import { type Abi, type Address, encodeFunctionData, getAddress, type Hex, padHex } from "viem";
import { describe, expect, it } from "vitest";
import { translatorFor } from "@/lib/i18n/testing";
import { callWords } from "./call-words";
import { phraseText } from "./phrase";

const t = translatorFor("en");
const at = (number: number) => getAddress(padHex(`0x${number.toString(16)}`, { size: 20 }));
const contracts = {
  accessManager: at(1),
  identityRegistry: at(2),
  assetRegistry: at(3),
  complianceModule: at(4),
  exchange: at(5),
  incomeDistributor: at(6),
};
const [ben, cleo, harbour] = [at(0xb), at(0xc), at(0xa)];
const names: { [address: Address]: string } = {
  [ben]: "Ben",
  [cleo]: "Cleo",
  [harbour]: "Harbour Street 12",
};
const share = 10n ** 18n;

function words(
  contract: keyof typeof contracts,
  abi: Abi,
  functionName: string,
  args: readonly unknown[],
): string {
  const data = encodeFunctionData({ abi, functionName, args });
  return said({ target: contracts[contract], data });
}

const said = (call: { target: Address; data: Hex }) =>
  phraseText(callWords(call, contracts, t), (address) => names[address] ?? "an address");

describe("callWords", () => {
  it("says what a forced transfer moves, from whom, to whom", () => {
    expect(
      words("assetRegistry", assetRegistryAbi, "forcedTransfer", [harbour, ben, cleo, 12n * share]),
    ).toBe("Move 12 shares of Harbour Street 12 from Ben to Cleo without the holder");
  });

  it("tells giving from taking", () => {
    const set = (allowed: boolean) =>
      words("identityRegistry", identityRegistryAbi, "setAttester", [ben, allowed]);
    expect(set(true)).toBe("Admit Ben as an attester");
    expect(set(false)).toBe("Take the right to attest from Ben");
  });

  it("says all rules that would hold", () => {
    const rules = { minTier: 2, maxHolders: 99, lockedUntil: 0, capPerIdentity: 5n * share };
    expect(words("complianceModule", complianceModuleAbi, "setRules", [harbour, rules])).toBe(
      "Set the rules of Harbour Street 12: receivers are verified, tier full or above; at most 99 holders; at most 5 shares a person; not locked",
    );
  });

  it("names a role, and how long its holder will wait", () => {
    expect(words("accessManager", accessManagerAbi, "grantRole", [4n, ben, 172_800])).toBe(
      'Give the role "Compliance force" to Ben, each act 2 days after it was scheduled',
    );
    expect(words("accessManager", accessManagerAbi, "grantRole", [1n, ben, 0])).toBe(
      'Give the role "Guardian" to Ben',
    );
  });

  it("says what is scheduled, carried out or cancelled", () => {
    const data = encodeFunctionData({ abi: identityRegistryAbi, functionName: "unfreeze", args: [ben] });
    const inner = [contracts.identityRegistry, data];
    expect(words("accessManager", accessManagerAbi, "schedule", [...inner, 0])).toBe(
      "Schedule: Release the identity of Ben",
    );
    expect(words("accessManager", accessManagerAbi, "execute", inner)).toBe(
      "Carry out: Release the identity of Ben",
    );
    expect(words("accessManager", accessManagerAbi, "cancel", [cleo, ...inner])).toBe(
      "Cancel: Release the identity of Ben",
    );
  });

  it("writes a fee as a part of a hundred", () => {
    expect(words("exchange", exchangeAbi, "setFee", [25])).toBe("Set the fee of trades to 0.25 %");
  });

  it("knows the lists of money of every contract that has one", () => {
    expect(words("incomeDistributor", incomeDistributorAbi, "delistMoney", [ben])).toBe(
      "Take Ben as money for nothing new",
    );
  });

  it("names a function that it has no sentence for, with its arguments", () => {
    expect(words("accessManager", accessManagerAbi, "labelRole", [4n, "FORCE"])).toBe(
      'Call labelRole("4", "FORCE") of an address',
    );
  });

  it("never makes a sentence of what it does not know", () => {
    expect(said({ target: contracts.identityRegistry, data: "0xdeadbeef" })).toBe(
      "Call 0xdeadbeef, which this app does not know, of an address",
    );
    expect(said({ target: contracts.assetRegistry, data: "0x" })).toMatch(/does not know/);
    expect(said({ target: ben, data: "0xdeadbeef00" })).toBe(
      "Call 0xdeadbeef of a contract that this app does not know, Ben",
    );
  });

  it("does not take a call that ends early for a whole one", () => {
    const data = encodeFunctionData({ abi: identityRegistryAbi, functionName: "unfreeze", args: [ben] });
    expect(said({ target: contracts.identityRegistry, data: data.slice(0, 40) as Hex })).toMatch(
      /does not know/,
    );
  });
});
