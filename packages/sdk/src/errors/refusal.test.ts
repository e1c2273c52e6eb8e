import { describe, expect, test } from "vitest";
import { refusals } from "../assets/refusals.ts";
import { ERC7943CannotTransferError } from "./assets.ts";
import { explainTransfer, TransferRefusedError } from "./refusal.ts";
import { ERC20InsufficientBalanceError } from "./tokens.ts";

const account = `0x${"1".repeat(40)}` as const;
const refused = new ERC7943CannotTransferError({ from: account, to: account, amount: 1n });

describe("explainTransfer", () => {
  test.each(refusals.slice(1).map((refusal, index) => [refusal, index + 1] as const))(
    "behavior: the token's number of %s is named so",
    async (refusal, index) => {
      const explained = await explainTransfer(refused, async () => index);
      expect(explained).toBeInstanceOf(TransferRefusedError);
      expect(explained).toMatchObject({ refusal, cause: refused });
    },
  );

  test("behavior: a rule that is not known yet still refuses", async () => {
    expect(await explainTransfer(refused, async () => 99)).toMatchObject({ refusal: "moduleFailed" });
  });

  test("behavior: what has another reason stays as it is", async () => {
    expect(await explainTransfer(refused, async () => 0)).toBe(refused);
    const broke = new ERC20InsufficientBalanceError({ sender: account, balance: 0n, needed: 1n });
    expect(await explainTransfer(broke, () => expect.fail("nobody is asked"))).toBe(broke);
  });
});
