import { maxUint256 } from "viem";
import { accountOf, offices, type World } from "../world.ts";
import { attest } from "./identity.ts";
import { dollar, dollarsOf } from "./money.ts";

const qti = 10n ** 18n;
/** Longer than traffic lets pass. */
const days = 10_000;
const firstClient = 70;

/** People of loans: whom nobody else's traffic freezes, revokes or replaces, with keys of their own. */
export const clients = Array.from({ length: 9 }, (_, index) => accountOf(firstClient + index));
/** Those who borrow on credit lines, and those who own first loss and may vouch: nobody can do both. */
export const borrowers = clients.slice(0, 5);
export const vouchers = clients.slice(5, 8);

/** Who is lost next, and who takes its place: each of them once. */
export function newClient(world: World) {
  const next = counters.get(world) ?? firstClient + clients.length;
  counters.set(world, next + 1);
  return accountOf(next);
}
const counters = new WeakMap<World, number>();

/** Gives an account what it needs to act, and an identity of the highest tier. */
export async function admit(world: World, address: (typeof clients)[number]["address"]): Promise<void> {
  await world.node.impersonateAccount({ address });
  await world.node.setBalance({ address, value: 10n ** 22n });
  await attest(world, address, 3, days);
  await dollarsOf(world).write.transfer([address, 10_000_000n * dollar], { account: offices.holder });
  await world.qtiToken.write.transfer([address, 100_000n * qti], { account: offices.holder });
  const lending = world.at("lendingMarkets");
  await dollarsOf(world).write.approve([lending, maxUint256], { account: address });
  await world.qtiToken.write.approve([lending, maxUint256], { account: address });
}
