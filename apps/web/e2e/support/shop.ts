import { encodeMetadata, setStoreItemSync } from "@qti/sdk";
import { rewardStoreAbi } from "@qti/sdk/abis";
import { uploadStoreCodes } from "@qti/sdk/rewards/store";
import { signedInApi } from "@qti/service/apiSession";
import { getAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { outsider } from "./chain.ts";
import { desks, privateKeyOf } from "./people.ts";
import type { E2eStack } from "./stack.ts";

const operator = privateKeyOf(desks.rewardsOperator);

/** The operator puts a new thing into the store. Answers with its number. */
export async function newItem(
  stack: E2eStack,
  { name, price }: { name: string; price: bigint },
): Promise<bigint> {
  const client = outsider(stack, operator);
  const itemId = await client.readContract({
    address: getAddress(stack.contracts.rewardStore ?? ""),
    abi: rewardStoreAbi,
    functionName: "itemCount",
  });
  const uri = encodeMetadata({ name, description: "Whoever has the code may come in." });
  await setStoreItemSync(client, { itemId, price: price * 1_000_000n, stock: 5n, limit: 0, uri });
  return itemId;
}

/** The operator gives the service codes for an item. */
export async function uploadCodes(stack: E2eStack, itemId: bigint, codes: string[]): Promise<void> {
  const api = signedInApi(stack.api, privateKeyToAccount(operator), "The operator uploads codes.");
  await uploadStoreCodes(api, { itemId, codes });
}
