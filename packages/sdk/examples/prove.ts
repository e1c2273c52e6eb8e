import { dripSync } from "@qti/sdk";
import { decodeError } from "@qti/sdk/errors";
import { describeProofStep, parseReceiptProof, proveTransaction, verifyReceiptProof } from "@qti/sdk/proofs";
import { createWalletClient, http, publicActions } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";

const phrase = "test test test test test test test test test test test junk";
const account = mnemonicToAccount(phrase, { addressIndex: 14 });
const transport = http(process.env.QTI_RPC_URL ?? "http://127.0.0.1:8545");
const client = createWalletClient({ account, chain: hardhat, transport }).extend(publicActions);

try {
  const { receipt, event } = await dripSync(client);
  // The node makes the proof and is not believed; the hash of the block has to come from somebody else, e.g. the index.
  const { transactionHash, blockHash } = receipt;
  const { proof, verdict } = await proveTransaction(client, {
    transactionHash,
    blockHash,
    logIndex: event.logIndex,
    sender: account.address,
  });
  for (const step of verdict.steps) console.log(step.holds, describeProofStep(step));
  // Saved as a file, it can be checked by anybody who knows the hash of the block.
  const saved = parseReceiptProof(JSON.stringify(proof));
  console.log("proven again:", (await verifyReceiptProof(saved, { blockHash })).proven);
} catch (error) {
  const { shortMessage, next } = decodeError(error);
  console.error(shortMessage, next);
}
