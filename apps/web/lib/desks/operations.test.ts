import { readFileSync } from "node:fs";
import { toFunctionSignature } from "viem";
import { getAbiItem } from "viem/utils";
import { describe, expect, it } from "vitest";
import { callWords } from "@/lib/calls/call-words";
import { phraseText } from "@/lib/calls/phrase";
import { translatorFor } from "@/lib/i18n/testing";
import { operationIds } from "./operation-names";
import { operations } from "./operations";
import { writeStatement } from "./recovery-statement";

const t = translatorFor("en");
const roles = readFileSync(new URL("../../../../contracts/ignition/roles.ts", import.meta.url), "utf8");
const address = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
const other = "0x71bE63f3384f5fb98995898A86B02Fb2426c5788";

/** Something that fits each kind of field. */
const typed = {
  account: address,
  asset: other,
  shares: "1.5",
  limit: "",
  qti: "12",
  qtiOrNone: "0",
  points: "1000",
  dollars: "20",
  times: "4",
  number: "3",
  country: "528",
  role: "4",
  tier: "2",
  count: "",
  day: "",
  yes: "no",
  percent: "0.25",
  hours: "48",
  hash: `0x${"ab".repeat(32)}`,
  statement: writeStatement({ lost: address, successor: other, deadline: 9n, signature: "0x1234" }),
};

describe.each(operationIds)("the operation %s", (id) => {
  const { contract, abi, functionName, fields, read } = operations[id];
  const texts = Object.fromEntries(Object.entries(fields).map(([name, { kind }]) => [name, typed[kind]]));

  it("calls a function that needs a role", () => {
    const item = getAbiItem({ abi, name: functionName });
    if (item?.type !== "function") throw new TypeError(`${functionName} is no function.`);
    // Who gives and takes roles stands in the access manager itself.
    if (contract !== "accessManager") expect(roles).toContain(`"${toFunctionSignature(item)}"`);
  });

  it("makes a call that is said in a sentence", () => {
    const form = read(texts, t);
    if (!form.ok) throw new TypeError(JSON.stringify(form.problems));
    const target = "0x1Cbd3b2770909D4e10f157cABC84C7264073C9Ec";
    const { data } = form.call(target);
    const sentence = phraseText(
      callWords({ target, data }, { [contract]: target }, translatorFor("en")),
      () => "somebody",
    );
    expect(sentence).not.toMatch(/^Call /);
  });

  it("says what to do about every field that must not be empty", () => {
    const form = read({}, t);
    const mayBeEmpty = new Set(["limit", "count", "day"]);
    const needed = Object.entries(fields).flatMap(([name, { kind }]) => (mayBeEmpty.has(kind) ? [] : [name]));
    expect(form.ok ? [] : Object.keys(form.problems).sort()).toEqual(needed.sort());
  });
});

describe("what is typed into a form", () => {
  it("becomes what the contract counts", () => {
    const form = operations.grantRole.read({ role: "4", holder: address.toLowerCase(), delay: "48" }, t);
    expect(form.ok && form.call(other).args).toEqual([4n, address, 172_800]);
    const fee = operations.setFee.read({ fee: "0.25" }, t);
    expect(fee.ok && fee.call(other).args).toEqual([25]);
  });

  it.each([
    ["forcedTransfer", "amount", "0"],
    ["forcedTransfer", "amount", "-3"],
    ["forcedTransfer", "from", "0x12"],
    ["setFee", "fee", "0.255"],
    ["setRules", "maxHolders", "4294967296"],
    ["vetoIncome", "paymentId", "0x12"],
  ] as const)("is refused in %s as %s when it is %s", (id, name, text) => {
    const { fields, read } = operations[id];
    const texts = Object.fromEntries(Object.entries(fields).map(([each, { kind }]) => [each, typed[kind]]));
    const form = read({ ...texts, [name]: text }, t);
    expect(form.ok ? [] : Object.keys(form.problems)).toEqual([name]);
  });
});
