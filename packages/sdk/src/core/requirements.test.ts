import { describe, expect, test } from "vitest";
import { contracts, fund, makeIssuer, node, QTI, verify, walletOf } from "../../test/support/chain.ts";
import { PermitSignatureError } from "../errors/permit.ts";
import { depositSync } from "../staking/deposit.ts";
import { approveSync } from "../tokens/approve.ts";
import { requirements } from "./requirements.ts";

const ada = walletOf("ada");
const owner = ada.account.address;
const assets = 5n * QTI;
const { qtiToken: token, stakingVault: spender } = contracts;

describe("requirements of a deposit", () => {
  test("default", async () => {
    await fund("ada");
    const [missing, ...others] = await requirements(node, { action: "deposit", assets, owner });
    expect(others).toEqual([]);
    if (missing?.type !== "permit") expect.fail("a permit was expected");
    expect(missing.typedData.domain).toMatchObject({ chainId: 31337, verifyingContract: token });
    expect(missing.typedData.message).toMatchObject({ owner, spender, value: assets, nonce: 0n });
    const permit = missing.apply(await ada.signTypedData(missing.typedData));
    expect((await depositSync(ada, { assets, ...permit })).receipt.status).toBe("success");
  });

  test("behavior: none when the allowance suffices", async () => {
    await approveSync(ada, { token, spender, amount: assets });
    expect(await requirements(node, { action: "deposit", assets, owner })).toEqual([]);
  });

  test("behavior: an approval when preferred, ready to send", async () => {
    await fund("ada");
    const [missing] = await requirements(node, { action: "deposit", assets, owner, prefer: "approval" });
    if (missing?.type !== "approval") expect.fail("an approval was expected");
    await ada.writeContract(missing.call);
    expect((await depositSync(ada, { assets })).receipt.status).toBe("success");
  });

  test("behavior: an approval for an account that is a contract", async () => {
    await node.setCode({ address: owner, bytecode: "0x60016000f3" });
    const [missing] = await requirements(node, { action: "deposit", assets, owner });
    expect(missing?.type).toBe("approval");
  });

  test("behavior: a permit for an account delegated by EIP-7702, which still signs by ECDSA", async () => {
    await node.setCode({ address: owner, bytecode: `0xef0100${token.slice(2)}` });
    const [missing] = await requirements(node, { action: "deposit", assets, owner });
    expect(missing?.type).toBe("permit");
  });

  test("behavior: the deadline follows the chain's clock", async () => {
    await node.increaseTime({ seconds: 10 * 365 * 86_400 });
    await node.mine({ blocks: 1 });
    const [missing] = await requirements(node, { action: "deposit", assets, owner });
    if (missing?.type !== "permit") expect.fail("a permit was expected");
    expect(missing.typedData.message.deadline).toBe((await node.getBlock()).timestamp + 3600n);
  });

  test("error: PermitSignatureError", async () => {
    const [missing] = await requirements(node, { action: "deposit", assets, owner });
    if (missing?.type !== "permit") expect.fail("a permit was expected");
    expect(() => missing.apply("0x1234")).toThrow(PermitSignatureError);
  });
});

describe("requirements of tokenizing", () => {
  test("default", async () => {
    const missing = await requirements(node, { action: "tokenize", owner });
    expect(missing.map((each) => each.type)).toEqual(["identity", "issuerRole"]);
  });

  test("behavior: the role's call is ready to send on a development chain", async () => {
    await verify("ada");
    const [missing] = await requirements(node, { action: "tokenize", owner });
    if (missing?.type !== "issuerRole" || !missing.call) expect.fail("a call was expected");
    await ada.writeContract(missing.call);
    expect(await requirements(node, { action: "tokenize", owner })).toEqual([]);
  });

  test("behavior: no call where there is no demo desk", async () => {
    await verify("ada");
    const { demoDesk: _, assetToken: __, ...known } = contracts;
    const elsewhere = { ...node, chain: { ...node.chain, id: 5 } };
    const missing = await requirements(elsewhere, { action: "tokenize", owner, contracts: known });
    expect(missing).toEqual([{ type: "issuerRole", call: undefined }]);
  });

  test("behavior: none for a verified issuer", async () => {
    await makeIssuer("ada");
    expect(await requirements(node, { action: "tokenize", owner })).toEqual([]);
  });
});
