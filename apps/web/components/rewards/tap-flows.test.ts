import { createClient, defineChain, getAddress, http } from "viem";
import { afterEach, expect, it, vi } from "vitest";
import { translatorFor } from "@/lib/i18n/testing";
import type { TapCounter } from "@/lib/taps/counter";
import { account, rules } from "@/lib/taps/testing";
import { allowTapsFlow, OtherTapContractError } from "./tap-flows";

const { getTapRules } = vi.hoisted(() => ({ getTapRules: vi.fn() }));
vi.mock("@qti/sdk/rewards/taps", async (original) => ({
  ...(await original<typeof import("@qti/sdk/rewards/taps")>()),
  getTapRules,
}));
afterEach(() => vi.clearAllMocks());

const client = createClient({
  chain: defineChain({
    id: rules.chainId,
    name: "Here",
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: ["http://localhost:1"] } },
    contracts: { tapRewards: { address: rules.tapRewards } },
  }),
  transport: http(),
});

async function firstStep() {
  const counter = {} as TapCounter;
  const parameters = { account, rules, apiUrl: "http://localhost:2", counter };
  const flow = allowTapsFlow(parameters, () => undefined, translatorFor("en"));
  const [key] = await flow.plan({ account, client });
  if (key?.kind !== "task") throw new TypeError("the first step makes the key");
  return key;
}

it("makes a key where the service counts for the contract of this app", async () => {
  getTapRules.mockResolvedValue(rules);
  await expect((await firstStep()).run()).resolves.toBeUndefined();
});

it.each([
  ["chain", { chainId: 1 }],
  ["contract", { tapRewards: getAddress(`0x${"c".repeat(40)}`) }],
])("nothing is signed for another %s that the service names", async (_, other) => {
  getTapRules.mockResolvedValue({ ...rules, ...other });
  await expect((await firstStep()).run()).rejects.toBeInstanceOf(OtherTapContractError);
});
