import { fileURLToPath } from "node:url";
import hardhatIgnitionViem from "@nomicfoundation/hardhat-ignition-viem";
import hardhatKeystore from "@nomicfoundation/hardhat-keystore";
import hardhatMocha from "@nomicfoundation/hardhat-mocha";
import hardhatNetworkHelpers from "@nomicfoundation/hardhat-network-helpers";
import hardhatViem from "@nomicfoundation/hardhat-viem";
import hardhatViemAssertions from "@nomicfoundation/hardhat-viem-assertions";
import { configVariable, defineConfig } from "hardhat/config";

const solcPath = fileURLToPath(import.meta.resolve("solc/soljson.js"));

const compiler = {
  version: "0.8.37",
  path: solcPath,
  settings: { optimizer: { enabled: true, runs: 10_000 }, evmVersion: "osaka" },
};

/** Value of a global option of Hardhat that decides about other settings: from the command line, else the environment. */
function globalOption(name: string): string | undefined {
  const flag = `--${name}`;
  const index = process.argv.findIndex((arg) => arg === flag || arg.startsWith(`${flag}=`));
  const given = index < 0 ? undefined : (process.argv[index]?.split("=")[1] ?? process.argv[index + 1]);
  return given ?? process.env[`HARDHAT_${name.replaceAll("-", "_").toUpperCase()}`];
}

// Hardhat recompiles everything when the profile of a folder changes, and what it instruments is nothing to deploy: each
// has folders of its own.
const profile = globalOption("build-profile") ?? "default";
const isCovered = process.argv.includes("--coverage") || process.env.HARDHAT_COVERAGE === "true";
const suffix = `${profile === "default" ? "" : `-${profile}`}${isCovered ? "-coverage" : ""}`;

// A local chain mines at once: asking for the next block every second would be most of a deployment's time.
const isPublic = globalOption("network") === "public";

export default defineConfig({
  plugins: [
    hardhatIgnitionViem,
    hardhatKeystore,
    hardhatMocha,
    hardhatNetworkHelpers,
    hardhatViem,
    hardhatViemAssertions,
  ],
  paths: { sources: "src", artifacts: `artifacts${suffix}`, cache: `cache${suffix}` },
  solidity: {
    profiles: {
      default: compiler,
      production: { ...compiler, isolated: false, settings: { ...compiler.settings, viaIR: true } },
    },
  },
  networks: {
    node: {
      type: "edr-simulated",
      chainId: 31337,
      ...(process.env.QTI_CHAIN_START ? { initialDate: process.env.QTI_CHAIN_START } : {}),
    },
    localhost: { type: "http", url: process.env.QTI_RPC_URL ?? "http://127.0.0.1:8545" },
    public: {
      type: "http",
      url: configVariable("QTI_PUBLIC_RPC_URL"),
      accounts: [configVariable("QTI_DEPLOYER_KEY")],
    },
  },
  ignition: { blockPollingInterval: isPublic ? 1_000 : 20 },
  test: {
    // A test ends when it has ended: on a busy machine a deployment alone has taken forty seconds.
    mocha: { forbidOnly: true, forbidPending: true, timeout: 900_000 },
    solidity: {
      profiles: {
        default: { fuzz: { runs: 256 }, invariant: { runs: 64, depth: 32, failOnRevert: true } },
        full: { fuzz: { runs: 4_096 }, invariant: { runs: 1_024, depth: 32, failOnRevert: true } },
      },
    },
  },
});
