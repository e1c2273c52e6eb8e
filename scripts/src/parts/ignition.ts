// Deploys everything over HTTP with Ignition: a process of its own, run by deploy.ts. Hardhat's own command would do the
// same, but keeps its journal inside the source folder. Arguments: folder for the journal, deployment id; the chain's URL
// stands in QTI_RPC_URL.
import path from "node:path";
import "@nomicfoundation/hardhat-ignition-viem";
import config from "@qti/contracts/hardhat.config.ts";
import QtiDevnet from "@qti/contracts/ignition/modules/QtiDevnet.ts";
import { createHardhatRuntimeEnvironment } from "hardhat/hre";
import { folders } from "../core/paths.ts";

const [journal = "", deploymentId = ""] = process.argv.slice(2);
const hre = await createHardhatRuntimeEnvironment(
  { ...config, paths: { ...config.paths, ignition: journal } },
  {},
  folders.contracts,
);
const { ignition } = await hre.network.create("localhost");
await ignition.deploy(QtiDevnet, {
  deploymentId,
  displayUi: true,
  parameters: path.join(folders.contracts, "ignition/parameters/devnet.json"),
});
