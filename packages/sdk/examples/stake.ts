import { depositSync, dripSync, getPosition, requirements } from "@qti/sdk";
import { decodeError } from "@qti/sdk/errors";
import { createWalletClient, http, parseEther, publicActions } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";

const phrase = "test test test test test test test test test test test junk";
const account = mnemonicToAccount(phrase, { addressIndex: 15 });
const transport = http(process.env.QTI_RPC_URL ?? "http://127.0.0.1:8545");
const client = createWalletClient({ account, chain: hardhat, transport }).extend(publicActions);
const assets = parseEther("100");

try {
  await dripSync(client); // QTI from the faucet of the local chain
  const [missing] = await requirements(client, { action: "deposit", assets, owner: account.address });
  const permit =
    missing?.type === "permit" ? missing.apply(await client.signTypedData(missing.typedData)) : {};
  const { event } = await depositSync(client, { assets, ...permit });
  console.log("sQTI received:", event.args.shares);
  console.log("stake:", await getPosition(client, { account: account.address }));
} catch (error) {
  const { shortMessage, next } = decodeError(error);
  console.error(shortMessage, next);
}
