import { join } from "node:path";
import { type Abi, encodeErrorResult, type Hex } from "viem";
import { describe, expect, test } from "vitest";
import { readArtifacts, resolveAbis } from "../../scripts/abis.ts";
import { refusing } from "../../test/support/rpc.ts";
import * as sdk from "../index.ts";
import { decodeError } from "./decode.ts";
import * as errors from "./index.ts";
import { RevertError, UnknownRevertError } from "./revert.ts";

const contractsFolder = join(import.meta.dirname, "../../../../contracts");
const abis = [
  ...readArtifacts(contractsFolder).map(({ abi }) => abi),
  ...Object.values(resolveAbis(contractsFolder)),
];
type ErrorItem = Extract<Abi[number], { type: "error" }>;
const items = new Map<string, ErrorItem>();
for (const item of abis.flat()) {
  if (item.type === "error")
    items.set(`${item.name}(${item.inputs.map(({ type }) => type).join(",")})`, item);
}
const all = [...items].sort(([a], [b]) => (a < b ? -1 : 1));

/** A value of each type that can occur in an error, distinct where it may be shown. */
function sample(type: string, index: number): unknown {
  if (type === "address") return `0x${String(index + 1).padStart(40, "5")}`;
  if (type === "bool") return true;
  if (type === "string") return "text";
  if (type.startsWith("bytes")) return `0x${"6b".repeat(Number(type.slice(5)))}`;
  const bits = Number(/\d+$/.exec(type)?.[0]);
  if (bits <= 16) return 2 + index;
  return bits <= 48 ? 1_800_000_000 + index : 1_800_000_000n + BigInt(index);
}

function revertData(item: ErrorItem): Hex {
  const args = item.inputs.map(({ type }, index) => sample(type, index));
  return encodeErrorResult({ abi: [item] as Abi, errorName: item.name, args });
}

/** The class that "@qti/sdk/errors" exports for a custom error. */
function classOf(item: ErrorItem): unknown {
  return Reflect.get(errors, `${item.name}Error`);
}

describe("the table of errors", () => {
  test("default", () => {
    expect(all.length).toBeGreaterThan(60);
  });

  test.each(all)("behavior: %s has a class, a sentence and a next step", (_, item) => {
    const expected = classOf(item);
    expect(expected).toBeTypeOf("function");
    const error = decodeError({ code: 3, message: "execution reverted", data: revertData(item) });
    expect(error).toBeInstanceOf(expected);
    expect(error).toBeInstanceOf(RevertError);
    expect(error.name).toBe(`${item.name}Error`);
    expect(error.code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const sentence of [error.shortMessage, error.next]) {
      expect(sentence).toMatch(/^\S.*\.$/);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object|\$\{|Invalid Date/);
    }
  });

  test.each(all)("behavior: %s gives its values by name", (_, item) => {
    const error = decodeError({ data: revertData(item) });
    const given = Object.fromEntries(item.inputs.map(({ name, type }, index) => [name, sample(type, index)]));
    expect(error).toMatchObject({ revertName: item.name, args: given });
  });

  test("behavior: no two errors share a selector or a code", () => {
    const selectors = all.map(([, item]) => revertData(item).slice(0, 10));
    expect(new Set(selectors).size).toBe(selectors.length);
    const codes = all.map(([, item]) => decodeError({ data: revertData(item) }).code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

/** The writes among the exports: everything that has the parts of one. */
const writes = Object.entries(sdk).flatMap(([name, value]) =>
  typeof value === "function" && "simulate" in value && "estimateGas" in value ? [{ name, value }] : [],
);

const order = {
  ...Object.fromEntries(
    ["maker", "taker", "asset", "money"].map((name, index) => [name, sample("address", index)]),
  ),
  ...Object.fromEntries(["sellAmount", "buyStart", "buyEnd", "epoch", "salt"].map((name) => [name, 1n])),
  ...Object.fromEntries(["start", "duration", "interval", "count", "flags"].map((name) => [name, 1])),
};

/** Parameters with which the call of any write can be built. */
const anything = {
  ...Object.fromEntries(
    ["asset", "feeRecipient", "to", "from", "subject", "holder", "token", "spender", "owner"].map(
      (name, index) => [name, sample("address", index)],
    ),
  ),
  ...Object.fromEntries(
    ["amount", "assets", "shares", "index", "size", "valuation"].map((name) => [name, 1n]),
  ),
  ...Object.fromEntries(
    ["root", "recipient", "verifier", "documentsRoot", "salt", "r", "s"].map((name) => [
      name,
      sample("bytes32", 0),
    ]),
  ),
  signature: "0x00",
  accountSignature: "0x00",
  newAccountSignature: "0x00",
  attesterSignature: "0x00",
  attestation: {
    account: sample("address", 0),
    identity: sample("bytes32", 0),
    country: 1,
    tier: 1,
    validUntil: 1,
    nonce: 1n,
    deadline: 1n,
  },
  link: {
    account: sample("address", 0),
    newAccount: sample("address", 1),
    nonce: 1n,
    newNonce: 1n,
    deadline: 1n,
  },
  ...Object.fromEntries(["order", "ask", "bid"].map((name) => [name, order])),
  ...Object.fromEntries(["askSignature", "bidSignature"].map((name) => [name, "0x00"])),
  ...Object.fromEntries(
    ["sellAmount", "maxGive", "minGet", "assetAmount", "probe"].map((name) => [name, 1n]),
  ),
  ...Object.fromEntries(
    ["lost", "successor", "module", "member", "target", "attester", "contract", "redemption"].map(
      (name, index) => [name, sample("address", index)],
    ),
  ),
  ...Object.fromEntries(
    ["minAmount", "recordBlock", "total", "role", "deadline", "expected", "value"].map((name) => [name, 1n]),
  ),
  ...Object.fromEntries(["country", "expiry", "delay", "v"].map((name) => [name, 1])),
  ...Object.fromEntries(
    ["positionId", "sequence", "cap", "points", "minQti", "itemId", "maxPoints", "price", "stock"].map(
      (name) => [name, 1n],
    ),
  ),
  ...Object.fromEntries(
    ["rate", "limit", "newcomerCap", "referrerCap", "minStake", "campaignId", "cumulative"].map((name) => [
      name,
      1n,
    ]),
  ),
  ...Object.fromEntries(
    ["channel", "redeemer", "oracle", "newcomer", "referrer"].map((name, index) => [
      name,
      sample("address", index),
    ]),
  ),
  ...Object.fromEntries(["lock", "period", "bonusBps", "endsAt"].map((name) => [name, 1])),
  ...Object.fromEntries(
    ["borrower", "authorized", "rateModel", "underwriter", "liquidator"].map((name, index) => [
      name,
      sample("address", index),
    ]),
  ),
  ...Object.fromEntries(
    ["supplyCap", "borrowCap", "identity", "ticket", "answer", "minSeized"].map((name) => [name, 1n]),
  ),
  ...Object.fromEntries(["tier", "dailyBps", "borrowMaxAge"].map((name) => [name, 1])),
  id: sample("bytes32", 0),
  isAuthorized: true,
  invited: true,
  pool: "senior",
  params: {
    ...Object.fromEntries(
      ["loanToken", "collateral", "oracle", "rateModel"].map((name, index) => [
        name,
        sample("address", index),
      ]),
    ),
    lltv: 1n,
    dust: 1n,
  },
  authorization: {
    authorizer: sample("address", 0),
    authorized: sample("address", 1),
    isAuthorized: true,
    nonce: 1n,
    deadline: 1n,
  },
  listed: true,
  voucher: { account: sample("address", 0), earned: 1n, sequence: 1n, deadline: 1n },
  paymentId: sample("bytes32", 0),
  proof: [],
  uri: "qti:income/v1",
  data: "0x",
  allowed: true,
  closed: true,
  requests: [{ order, signature: "0x00", sellAmount: 1n, maxGive: 1n, minGet: 1n }],
  money: sample("address", 2),
  venue: "exchange",
  feeBps: 1,
  contracts: Object.fromEntries(
    ["exchange", "orderQuoter", "incomeDistributor", "assetRedemption"].map((name, index) => [
      name,
      sample("address", index),
    ]),
  ),
  name: "n",
  symbol: "s",
  class: "art",
  jurisdiction: 1,
  metadataURI: "",
  rules: { minTier: 1, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0n },
  blockedCountries: [],
  call: {
    address: sample("address", 0),
    abi: [{ type: "function", name: "f", stateMutability: "view", inputs: [], outputs: [] }],
    functionName: "f",
    args: [],
  },
};

const creditTerms = {
  ...Object.fromEntries(
    ["rateBps", "lateBps", "minimumBps", "growthBps", "seniorBps", "leverageBps"].map((name) => [name, 1]),
  ),
  floor: 1n,
};

/** The same, where a word means something else to the action. */
function parametersOf(name: string) {
  if (/^(withdrawPosition|claimRewards)$/.test(name)) return { ...anything, recipient: sample("address", 0) };
  if (name === "attestCredit")
    return {
      ...anything,
      attestation: { account: sample("address", 0), limit: 1n, nonce: 1n, deadline: 1n },
    };
  if (name === "inviteVoucher") return { ...anything, voucher: sample("address", 0) };
  if (name === "setCreditTerms") return { ...anything, terms: creditTerms };
  if (name.endsWith("Loans")) return { ...anything, venue: "creditBook" };
  if (name === "setStoreItem") return { ...anything, limit: 1 };
  if (name.endsWith("Staking")) return { ...anything, venue: "stakingPool" };
  return name.endsWith("Rewards") ? { ...anything, venue: "tapRewards" } : anything;
}

describe("what an action throws", () => {
  test("default", () => {
    expect(writes.map(({ name }) => name)).toContain("deposit");
    expect(writes.length).toBeGreaterThan(20);
  });

  test.each(writes)("behavior: $name reaches the class of every custom error", async ({ name, value }) => {
    for (const [, item] of all) {
      const client = refusing({ code: 3, data: revertData(item) });
      const thrown = await Reflect.apply(value, undefined, [client, parametersOf(name)]).catch(
        (error: unknown) => error,
      );
      // Where a rule of an asset may be behind it, the action asks for the rule and meets the same refusal.
      expect(thrown, `${name} and ${item.name}`).toBeInstanceOf(classOf(item));
    }
  });

  test.each(writes)("behavior: $name says when there is nobody to sign", async ({ name, value }) => {
    const { account: _, ...nobody } = refusing({});
    await expect(Reflect.apply(value, undefined, [nobody, parametersOf(name)])).rejects.toThrow(
      errors.AccountMissingError,
    );
  });
});

describe("decodeError", () => {
  test("default", () => {
    const error = new errors.AccountMissingError();
    expect(decodeError(error)).toBe(error);
  });

  test("behavior: finds the answer wherever a wallet nests it", () => {
    const data = revertData(items.get("StakingPaused(uint48)") ?? expect.fail("no such error"));
    const shapes = [
      { code: 3, data },
      { code: -32603, data: { code: 3, message: "execution reverted", data } },
      { code: -32603, data: { originalError: { code: 3, data } } },
      { code: -32000, error: { data } },
      Object.assign(new Error("outer"), { cause: Object.assign(new Error("inner"), { raw: data }) }),
    ];
    for (const shape of shapes) expect(decodeError(shape)).toBeInstanceOf(errors.StakingPausedError);
  });

  test("behavior: keeps what it was made of", () => {
    const cause = { data: revertData(items.get("StakingPaused(uint48)") ?? expect.fail("no such error")) };
    expect(decodeError(cause).cause).toBe(cause);
  });

  test("error: UnknownRevertError repeats a text that the contract gave", () => {
    const abi = [{ type: "error", name: "Error", inputs: [{ name: "reason", type: "string" }] }] as const;
    const data = encodeErrorResult({ abi, errorName: "Error", args: ["no luck today"] });
    expect(decodeError({ data })).toBeInstanceOf(UnknownRevertError);
    expect(decodeError({ data }).shortMessage).toBe("The contract refused: no luck today.");
  });

  test("error: UnknownRevertError for a panic, a foreign error and no data at all", () => {
    const panic = `0x4e487b71${"11".padStart(64, "0")}`;
    expect(decodeError({ data: panic }).shortMessage).toContain("panic 17");
    expect(decodeError({ data: "0xdeadbeef" })).toMatchObject({
      name: "UnknownRevertError",
      data: "0xdeadbeef",
    });
    expect(decodeError(new Error("execution reverted"))).toBeInstanceOf(UnknownRevertError);
  });

  test("error: UnknownRevertError for a known selector with rubbish behind it", () => {
    const data = revertData(items.get("StakingPaused(uint48)") ?? expect.fail("no such error")).slice(0, 20);
    expect(decodeError({ data })).toBeInstanceOf(UnknownRevertError);
  });

  test.each([[undefined], [null], ["text"], [42], [{}], [new Error("boom")]])(
    "error: UnexpectedError for %s",
    (thing) => {
      const error = decodeError(thing);
      expect(error).toBeInstanceOf(errors.UnexpectedError);
      expect(error.next).toMatch(/\.$/);
    },
  );

  test("behavior: a circle of causes ends", () => {
    const circle = new Error("round");
    circle.cause = circle;
    expect(decodeError(circle)).toBeInstanceOf(errors.UnexpectedError);
  });
});
