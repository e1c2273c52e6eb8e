import { createRequire } from "node:module";
import hardhatIgnitionViem from "@nomicfoundation/hardhat-ignition-viem";
import hardhatMocha from "@nomicfoundation/hardhat-mocha";
import hardhatNetworkHelpers from "@nomicfoundation/hardhat-network-helpers";
import hardhatViem from "@nomicfoundation/hardhat-viem";
import hardhatViemAssertions from "@nomicfoundation/hardhat-viem-assertions";
import { defineConfig } from "hardhat/config";

const solcPath = createRequire(import.meta.url).resolve("solc/soljson.js");
const optimizer = { enabled: true, runs: 10_000 };

export default defineConfig({
  plugins: [hardhatIgnitionViem, hardhatMocha, hardhatNetworkHelpers, hardhatViem, hardhatViemAssertions],
  paths: { sources: "src" },
  solidity: {
    profiles: {
      default: { version: "0.8.37", path: solcPath, settings: { optimizer, evmVersion: "osaka" } },
      production: {
        version: "0.8.37",
        path: solcPath,
        isolated: false,
        settings: { optimizer, viaIR: true, evmVersion: "osaka" },
      },
    },
  },
});
