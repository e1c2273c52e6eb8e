import { connection } from "next/server";
import { parseRuntimeConfig, type RuntimeConfigResult } from "./schema";

/** The configuration of this request. Waits for a request, so that a build never bakes an address in. */
export async function getRuntimeConfig(): Promise<RuntimeConfigResult> {
  await connection();
  return parseRuntimeConfig(process.env);
}
