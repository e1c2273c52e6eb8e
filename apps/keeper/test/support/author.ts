import { generateKeys, newRecordId, seal, signKeys } from "@qti/sdk/records";
import { publishKeys, storeRecord } from "@qti/sdk/records/client";
import type { RecordRow } from "@qti/sdk/records/wire";
import { signedInApi } from "@qti/service/apiSession";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { inject } from "vitest";

/** Somebody who writes records. */
export async function author() {
  const wallet = privateKeyToAccount(generatePrivateKey());
  const api = signedInApi(inject("apiUrl"), wallet, "Writes notes.");
  const owner = wallet.address.toLowerCase() as `0x${string}`;
  const { keys } = await generateKeys();
  await publishKeys(api, { keys: await signKeys(keys, { account: owner, chainId: 31_337 }) });
  const write = async (text: string): Promise<RecordRow> => {
    const sealed = await seal({
      body: new TextEncoder().encode(text),
      type: "note",
      space: "notes",
      recordId: newRecordId(),
      version: 1,
      previous: null,
      owner,
      chainId: 31_337,
      keys,
      recipients: [],
    });
    return storeRecord(api, { sealed, current: null });
  };
  return { api, write };
}
