import { createRequire } from "node:module";
import hardhatIgnitionViem from "@nomicfoundation/hardhat-ignition-viem";
import hardhatMocha from "@nomicfoundation/hardhat-mocha";
import hardhatNetworkHelpers from "@nomicfoundation/hardhat-network-helpers";
import hardhatViem from "@nomicfoundation/hardhat-viem";
import hardhatViemAssertions from "@nomicfoundation/hardhat-viem-assertions";
import { defineConfig } from "hardhat/config";

const solcPath = createRequire(import.meta.url).resolve("solc/soljson.js");

const compiler = {
  version: "0.8.37",
  path: solcPath,
  settings: { optimizer: { enabled: true, runs: 10_000 }, evmVersion: "osaka" },
};

/**
 * The build profile that this process was asked for, by Hardhat's own option or its environment variable. Hardhat
 * recompiles everything when the profile of a folder changes, so each profile has folders of its own.
 */
function buildProfile(): string {
  const index = process.argv.findIndex((arg) => arg === "--build-profile" || arg.startsWith("--build-profile="));
  const given = index < 0 ? undefined : (process.argv[index]?.split("=")[1] ?? process.argv[index + 1]);
  return given ?? process.env["HARDHAT_BUILD_PROFILE"] ?? "default";
}

const profile = buildProfile();
const suffix = profile === "default" ? "" : `-${profile}`;

export default defineConfig({
  plugins: [hardhatIgnitionViem, hardhatMocha, hardhatNetworkHelpers, hardhatViem, hardhatViemAssertions],
  paths: { sources: "src", artifacts: `artifacts${suffix}`, cache: `cache${suffix}` },
  solidity: {
    profiles: {
      default: compiler,
      production: { ...compiler, isolated: false, settings: { ...compiler.settings, viaIR: true } },
    },
  },
});
