// Somebody gets a first loan, pays a statement in time, and the limit grows. Run it with QTI_RPC_URL set to a local chain.
import {
  attestCreditSync,
  creditAttestationTypedData,
  creditDueAt,
  creditSchedule,
  depositToPoolSync,
  drawCreditSync,
  dripSync,
  dueAhead,
  getContracts,
  getCreditBook,
  getCreditLine,
  getCreditNonce,
  previewPools,
  repayCreditSync,
  requirements,
} from "@qti/sdk";
import { decodeError } from "@qti/sdk/errors";
import { formatUnits, parseUnits } from "viem";
import { hardhat } from "viem/chains";
import { pass, verify, walletOf } from "./people.ts";

const [borrower, lender, underwriter] = [walletOf(14), walletOf(15), walletOf(27)];
const account = borrower.account.address;
const dollars = (amount: string) => parseUnits(amount, 6);
const inDollars = (amount: bigint) => Number(formatUnits(amount, 6)).toFixed(2);

/** Puts money into a pool, with one signature in place of an approval. */
async function lend(pool: "senior" | "firstLoss", assets: bigint) {
  const asked = { action: "depositToPool", pool, assets, owner: lender.account.address } as const;
  const [missing] = await requirements(lender, asked);
  const permit =
    missing?.type === "permit" ? missing.apply(await lender.signTypedData(missing.typedData)) : {};
  await depositToPoolSync(lender, { pool, assets, ...permit });
}

try {
  await verify(borrower);
  for (const each of [borrower, lender]) await dripSync(each); // dollars from the faucet of the local chain
  await lend("firstLoss", dollars("200"));
  await lend("senior", dollars("600"));

  // An underwriter's word, which anybody brings to the chain.
  const { creditLines } = await getContracts(borrower, { names: ["creditLines"] });
  const { timestamp } = await borrower.getBlock();
  const nonce = await getCreditNonce(borrower, { account });
  const attestation = { account, limit: dollars("300"), nonce, deadline: timestamp + 3_600n };
  const signature = await underwriter.signTypedData(
    creditAttestationTypedData({ chainId: hardhat.id, creditLines, attestation }),
  );
  await attestCreditSync(borrower, {
    attestation,
    underwriter: underwriter.account.address,
    signature,
  });

  await drawCreditSync(borrower, { amount: dollars("300") });
  const { terms, start, ...line } = await getCreditLine(borrower, { account });
  const next = dueAhead(line, terms, start, line.at);
  console.log("payments until all is paid:", creditSchedule(line, terms, start, line.at).length);

  // What would a lender lose if a half of that were never paid?
  const { senior, firstLoss } = previewPools({ book: await getCreditBook(lender), lost: 5n * 10n ** 17n });
  console.log("lost by first loss and by seniors:", inDollars(firstLoss.loss), inDollars(senior.loss));

  await pass((next?.statementAt ?? 0) - line.at);
  const { due, at } = await getCreditLine(borrower, { account });
  console.log("due as it was computed:", due === creditDueAt(line, terms, start, at));

  // A little more, as interest runs until the payment is mined.
  const amount = due + dollars("0.01");
  const [missing] = await requirements(borrower, { action: "repayCredit", amount, owner: account });
  const permit =
    missing?.type === "permit" ? missing.apply(await borrower.signTypedData(missing.typedData)) : {};
  await repayCreditSync(borrower, { amount, ...permit });
  const { limit, state } = await getCreditLine(borrower, { account });
  console.log("limit, rounded, and state:", Math.round(Number(formatUnits(limit, 6))), state);
} catch (error) {
  const { shortMessage, next } = decodeError(error);
  console.error(shortMessage, next);
}
