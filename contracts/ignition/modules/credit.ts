import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type {
  ContractFuture,
  IgnitionModuleBuilder,
  ModuleParameterRuntimeValue,
} from "@nomicfoundation/ignition-core";
import { CREDIT_TERMS, TIER_CAPS, UNDERWRITING_QUOTA } from "../credit.ts";
import { AccessModule } from "./access.ts";
import { IdentityModule } from "./identity.ts";

/** Credit lines in one money, bound with their book, their pools and vouching. The calendar starts with the book's block. */
export function deployCredit(
  m: IgnitionModuleBuilder,
  money: ContractFuture<string> | ModuleParameterRuntimeValue<string>,
) {
  const { accessManager } = m.useModule(AccessModule);
  const { identityRegistry } = m.useModule(IdentityModule);
  const treasury = m.getParameter<string>("feeRecipient");

  const creditBook = m.contract("CreditBook", [money, treasury, CREDIT_TERMS, accessManager]);
  const creditLines = m.contract("CreditLines", [creditBook, identityRegistry, accessManager]);
  const seniorPool = m.contract("SeniorPool", [creditBook]);
  const firstLossPool = m.contract("FirstLossPool", [creditBook]);
  const parts = [creditBook, creditLines, firstLossPool, identityRegistry];
  const vouching = m.contract("Vouching", parts);
  m.call(creditBook, "bind", [creditLines, seniorPool, firstLossPool]);
  m.call(creditLines, "bindVouching", [vouching]);

  for (const [tier, cap] of Object.entries(TIER_CAPS)) {
    m.call(creditLines, "setTierCap", [Number(tier), cap], { id: `TierCap${tier}` });
  }
  const { limit, period } = UNDERWRITING_QUOTA;
  m.call(creditLines, "setUnderwritingQuota", [limit, period]);
  return { creditBook, creditLines, seniorPool, firstLossPool, vouching };
}

/**
 * Parameters `creditMoney`: the dollar token, of six decimals, that is lent, for ever; `feeRecipient`: who gets money that was
 * sent to the book and is nobody's.
 */
export const CreditModule = buildModule("Credit", (m) =>
  deployCredit(m, m.getParameter<string>("creditMoney")),
);
