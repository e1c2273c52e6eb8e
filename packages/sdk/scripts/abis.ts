import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Abi, AbiParameter } from "viem";
import { z } from "zod";
import { QtiError } from "../src/errors/base.ts";

/** Contract keys of the SDK and, in order of preference, the artifacts that tell their ABI. */
export const contracts = {
  accessManager: ["QtiAccessManager", "AccessManager"],
  identityRegistry: ["IdentityRegistry", "IIdentityRegistry"],
  assetRegistry: ["AssetRegistry", "IAssetRegistry"],
  assetToken: ["AssetToken", "IAssetToken"],
  complianceModule: ["ComplianceModule", "IComplianceModule"],
  incomeDistributor: ["IncomeDistributor", "IIncomeDistributor"],
  assetRedemption: ["AssetRedemption", "IAssetRedemption"],
  exchange: ["Exchange", "IExchange"],
  orderQuoter: ["OrderQuoter", "IOrderQuoter"],
  qtiToken: ["QtiToken", "ERC20Permit"],
  stakingVault: ["StakingVault", "IStakingVault"],
  stakingPool: ["StakingPool", "IStakingPool"],
  rewardsTreasury: ["RewardsTreasury", "IRewardsTreasury"],
  qtiPoints: ["QtiPoints", "IQtiPoints"],
  tapRewards: ["TapRewards", "ITapRewards"],
  referralRegistry: ["ReferralRegistry", "IReferralRegistry"],
  rewardStore: ["RewardStore", "IRewardStore"],
  merkleDistributor: ["MerkleDistributor", "IMerkleDistributor"],
  lendingMarkets: ["LendingMarkets", "ILendingMarkets"],
  appraisalOracle: ["AppraisalOracle", "IAppraisalOracle"],
  feedOracle: ["FeedOracle", "IFeedOracle"],
  interestRateModel: ["InterestRateModel", "IInterestRateModel"],
  liquidator: ["Liquidator", "ILiquidator"],
  creditLines: ["CreditLines", "ICreditLines"],
  creditBook: ["CreditBook", "ICreditBook"],
  seniorPool: ["SeniorPool", "ISeniorPool"],
  firstLossPool: ["FirstLossPool", "IFirstLossPool"],
  vouching: ["Vouching", "IVouching"],
  keyDirectory: ["KeyDirectory", "IKeyDirectory"],
  recordAnchor: ["RecordAnchor", "IRecordAnchor"],
  testDollar: ["TestDollar", "ERC20Permit"],
  demoFaucet: ["DemoFaucet", "IDemoFaucet"],
  demoDesk: ["DemoDesk", "IDemoDesk"],
  testFeed: ["TestFeed", "ITestFeed"],
} as const satisfies Record<string, readonly string[]>;

/** What the artifacts hold cannot be turned into source. */
export class GenerateError extends QtiError {
  constructor(fact: string, next: string) {
    super(fact, { name: "GenerateError", code: "generate-failed", next });
  }
}

/** The part of a Hardhat artifact that is read here; the ABI itself is the compiler's word. */
const artifactSchema = z.object({
  contractName: z.string(),
  abi: z.custom<Abi>((abi) => Array.isArray(abi)),
});

type AbiItem = Abi[number];
type Artifact = { name: string; source: string; abi: Abi };

/** Every artifact of the project's own contracts, tests left out, in a stable order. */
export function readArtifacts(contractsFolder: string): Artifact[] {
  const root = join(contractsFolder, "artifacts");
  const names = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json") && !/(^|\/)(build-info|test|mocks?|cache)\//.test(name))
    .sort();
  return names.map((name) => {
    const artifact = artifactSchema.parse(JSON.parse(readFileSync(join(root, name), "utf8")));
    return { name: artifact.contractName, source: name, abi: artifact.abi };
  });
}

function readOpenZeppelin(contractsFolder: string, name: string): Artifact | undefined {
  const file = join(contractsFolder, "node_modules/@openzeppelin/contracts/build/contracts", `${name}.json`);
  if (!existsSync(file)) return undefined;
  return { name, source: file, abi: artifactSchema.parse(JSON.parse(readFileSync(file, "utf8"))).abi };
}

/** ABI of each contract key. */
export function resolveAbis(contractsFolder: string): Record<string, Abi> {
  const artifacts = readArtifacts(contractsFolder);
  const resolved: Record<string, Abi> = {};
  for (const [key, names] of Object.entries(contracts)) {
    const found =
      names
        .map((name) => artifacts.find((artifact) => artifact.name === name))
        .find((each) => each !== undefined) ??
      names.map((name) => readOpenZeppelin(contractsFolder, name)).find((each) => each !== undefined);
    if (found === undefined)
      throw new GenerateError(
        `There is no artifact of ${names.join(" or ")}.`,
        'Run "pnpm exec hardhat build" in contracts.',
      );
    resolved[key] = found.abi;
  }
  return resolved;
}

/** Drops what no decoder reads: `internalType` and empty names are half of an ABI's size. */
function slim(parameter: AbiParameter): AbiParameter {
  const components = "components" in parameter ? { components: parameter.components.map(slim) } : {};
  const indexed = "indexed" in parameter && parameter.indexed === true ? { indexed: true } : {};
  const name = parameter.name ? { name: parameter.name } : {};
  return { ...indexed, ...name, type: parameter.type, ...components };
}

function slimItem(item: AbiItem): AbiItem {
  switch (item.type) {
    case "function":
      return {
        type: "function",
        name: item.name,
        stateMutability: item.stateMutability,
        inputs: item.inputs.map(slim),
        outputs: item.outputs.map(slim),
      };
    case "event":
      return { type: "event", name: item.name, inputs: item.inputs.map(slim) };
    case "error":
      return { type: "error", name: item.name, inputs: item.inputs.map(slim) };
    default:
      return item;
  }
}

const order = { function: 0, event: 1, error: 2 } as const;
type Named = Extract<AbiItem, { type: keyof typeof order }>;

function isNamed(item: AbiItem): item is Named {
  return Object.hasOwn(order, item.type);
}

/** One module a contract: each function and event is a constant of its own, so that an action bundles only what it uses. */
export function renderContract(key: string, abi: Abi): string {
  const items = abi
    .filter(isNamed)
    .map((item) => ({
      item: slimItem(item),
      kind: item.type,
      name: item.name,
      text: JSON.stringify(slimItem(item)),
    }))
    .sort(
      (a, b) =>
        order[a.kind] - order[b.kind] ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : a.text < b.text ? -1 : 1),
    );
  const taken = new Map<string, number>();
  const lines: string[] = [];
  const constants: string[] = [];
  for (const { kind, name, text } of items) {
    if (kind === "error") {
      constants.push(text);
      continue;
    }
    const base = `${name[0]?.toLowerCase() ?? ""}${name.slice(1)}${kind === "event" ? "Event" : "Function"}`;
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    const constant = count === 1 ? base : `${base}${count}`;
    lines.push(`export const ${constant} = ${text} as const;`);
    constants.push(constant);
  }
  return [
    "// Generated by scripts/generate.ts from the artifacts of @qti/contracts. Do not edit.",
    ...lines,
    `export const ${key}Abi = [`,
    ...constants.map((constant) => `  ${constant},`),
    "] as const;",
    "",
  ].join("\n");
}

function signatureOf(item: Extract<AbiItem, { type: "error" }>): string {
  return `${item.name}(${item.inputs.map((input) => `${input.type}${input.name ? ` ${input.name}` : ""}`).join(", ")})`;
}

function typescriptOf(type: string): string {
  if (type.endsWith("[]")) return `readonly ${typescriptOf(type.slice(0, -2))}[]`;
  if (type === "address" || type.startsWith("bytes")) return "Hex";
  if (type === "bool") return "boolean";
  if (type === "string") return "string";
  const integer = /^u?int(\d+)$/.exec(type);
  if (integer?.[1] !== undefined) return Number(integer[1]) <= 48 ? "number" : "bigint";
  throw new GenerateError(
    `The error parameter type ${type} has no TypeScript counterpart.`,
    "Add it to typescriptOf.",
  );
}

/** Every custom error of every contract, as types alone: the sentences stand in src/errors, checked against this. */
export function renderErrors(contractsFolder: string): string {
  const abis = [
    ...readArtifacts(contractsFolder).map((artifact) => artifact.abi),
    ...Object.values(resolveAbis(contractsFolder)),
  ];
  const errors = new Map<string, Extract<AbiItem, { type: "error" }>>();
  for (const item of abis.flat()) if (item.type === "error") errors.set(signatureOf(item), item);
  const signatures = [...errors.keys()].sort();
  return [
    "// Generated by scripts/generate.ts from the artifacts of @qti/contracts. Do not edit.",
    'import type { Hex } from "viem";',
    "",
    "/** Signature of each custom error of each contract, and what it carries. */",
    "export type RevertArguments = {",
    ...signatures.map((signature) => {
      const inputs = errors.get(signature)?.inputs ?? [];
      const fields = inputs.map(
        (input, index) => `readonly ${input.name || `arg${index}`}: ${typescriptOf(input.type)}`,
      );
      return `  "${signature}": { ${fields.join("; ")}${fields.length > 0 ? " " : ""}};`;
    }),
    "};",
    "",
  ].join("\n");
}

/** The entry "@qti/sdk/abis". */
export function renderAbis(): string {
  return [
    "// Generated by scripts/generate.ts from the artifacts of @qti/contracts. Do not edit.",
    ...Object.keys(contracts).map((key) => `export { ${key}Abi } from "./abi/${key}.ts";`),
    "",
  ].join("\n");
}
