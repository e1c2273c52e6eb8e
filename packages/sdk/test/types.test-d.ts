import {
  type Account,
  type Address,
  type Chain,
  createPublicClient,
  createWalletClient,
  type Hash,
  type HttpTransport,
  http,
  type PublicClient,
  type WalletClient,
} from "viem";
import { celo, hardhat, optimism } from "viem/chains";
import { expectTypeOf } from "vitest";
import type { StakingPausedError } from "../src/errors/index.ts";
import type { RevertArguments } from "../src/generated/errors.ts";
import * as sdk from "../src/index.ts";
import { balancesOptions, protocolOptions } from "../src/react/index.ts";
import type { GetProtocolReturnType } from "../src/subgraph/index.ts";

// Checked by `tsc`; nothing here runs. Each function is one specification.

declare const wallet: WalletClient<HttpTransport, typeof hardhat, Account>;
declare const asset: Address;
declare function declareFits(client: sdk.QtiClient): void;

/** Clients of every make fit: with and without account, on chains with formatters of their own, extended ones. */
export function clients() {
  declareFits(wallet);
  declareFits(createPublicClient({ transport: http() }));
  declareFits(createPublicClient({ chain: optimism, transport: http() }));
  declareFits(createPublicClient({ chain: celo, transport: http() }));
  declareFits(createWalletClient({ chain: hardhat, transport: http() }));
  declareFits(createPublicClient({ chain: hardhat, transport: http() }).extend(sdk.qtiActions));
  expectTypeOf<PublicClient<HttpTransport, Chain>>().toExtend<sdk.QtiClient>();
}

export function writes() {
  expectTypeOf(sdk.deposit(wallet, { assets: 1n })).resolves.toEqualTypeOf<Hash>();
  expectTypeOf(
    sdk.transfer.estimateGas(wallet, { asset, to: asset, amount: 1n }),
  ).resolves.toEqualTypeOf<bigint>();
  expectTypeOf(sdk.drip(wallet)).resolves.toEqualTypeOf<Hash>();
  // @ts-expect-error amounts are bigint
  sdk.deposit(wallet, { assets: 1 });
  // @ts-expect-error a parameter that does not exist
  sdk.deposit(wallet, { assets: 1n, reciever: asset });
  // @ts-expect-error a parameter that is missing
  sdk.transfer(wallet, { asset, to: asset });
  // @ts-expect-error parameters that are needed
  sdk.deposit(wallet);
}

export async function results() {
  const { result } = await sdk.tokenize.simulate(wallet, {} as sdk.TokenizeParameters);
  expectTypeOf(result).toEqualTypeOf<Address>();
  const frozen = await sdk.freeze.simulate(wallet, { subject: asset });
  expectTypeOf(frozen.result).toEqualTypeOf<undefined>();
  const { event } = await sdk.depositSync(wallet, { assets: 1n, confirmations: 2 });
  expectTypeOf(event.eventName).toEqualTypeOf<"Deposit">();
  expectTypeOf(event.args).toEqualTypeOf<{
    sender: Address;
    owner: Address;
    assets: bigint;
    shares: bigint;
  }>();
  expectTypeOf(
    sdk.getStanding(wallet, { account: asset }),
  ).resolves.toEqualTypeOf<sdk.GetStandingReturnType>();
}

export function calls() {
  const call = sdk.transferQti.call({ to: asset, amount: 1n, qtiToken: asset, account: asset });
  expectTypeOf(call.functionName).toEqualTypeOf<"transfer">();
  expectTypeOf(call.args).toEqualTypeOf<readonly [to: Address, value: bigint] | readonly [Address, bigint]>();
  // viem checks the call against its own types again.
  wallet.writeContract(call);
  // @ts-expect-error the addresses of the contracts belong to a call
  sdk.transferQti.call({ to: asset, amount: 1n, account: asset });
  // The calls of several actions fit into one batch, atomic where the wallet can.
  wallet.sendCalls({
    calls: [call, sdk.approve.call({ token: asset, spender: asset, amount: 1n, account: asset })],
  });
  // A deposit is one of two functions, and says so.
  const deposit = sdk.deposit.call({ assets: 1n, stakingVault: asset, account: asset });
  expectTypeOf(deposit.functionName).toEqualTypeOf<"deposit" | "depositWithPermit">();
}

export function outcomes(outcome: sdk.TransactionOutcome) {
  if (outcome.status === "confirmed") expectTypeOf(outcome.receipt.blockNumber).toEqualTypeOf<bigint>();
  // @ts-expect-error a dropped transaction has no receipt
  if (outcome.status === "dropped") outcome.receipt;
}

export function requirements(requirement: sdk.Requirement) {
  if (requirement.type === "permit") {
    expectTypeOf(requirement.apply("0x")).toExtend<Partial<sdk.DepositParameters>>();
    wallet.signTypedData(requirement.typedData);
  }
  if (requirement.type === "approval") wallet.writeContract(requirement.call);
}

export function errors(error: StakingPausedError) {
  expectTypeOf(error.args).toEqualTypeOf<{ readonly until: number }>();
  expectTypeOf(error.revertName).toEqualTypeOf<"StakingPaused">();
  expectTypeOf<RevertArguments["StakingPaused(uint48 until)"]>().toEqualTypeOf<{ readonly until: number }>();
}

export async function bound() {
  const client = createWalletClient({ account: asset, chain: hardhat, transport: http() }).extend(
    sdk.qtiActions,
  );
  expectTypeOf(client.deposit({ assets: 1n })).resolves.toEqualTypeOf<Hash>();
  expectTypeOf((await client.depositSync({ assets: 1n })).event.args.shares).toEqualTypeOf<bigint>();
  expectTypeOf(client.getVault()).resolves.toEqualTypeOf<sdk.GetVaultReturnType>();
  // @ts-expect-error amounts are bigint
  client.deposit({ assets: "1" });
}

export function queries() {
  const options = balancesOptions(wallet, { account: asset });
  expectTypeOf(options.queryKey).toExtend<readonly unknown[]>();
  const data = {} as Awaited<ReturnType<Extract<typeof options.queryFn, (...args: never[]) => unknown>>>;
  expectTypeOf(data).toEqualTypeOf<sdk.GetBalancesReturnType>();
  const protocol = protocolOptions(undefined, {});
  const row = {} as Awaited<ReturnType<Extract<typeof protocol.queryFn, (...args: never[]) => unknown>>>;
  expectTypeOf(row).toEqualTypeOf<GetProtocolReturnType | null>();
}
