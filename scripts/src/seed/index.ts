import {
  approveSync,
  depositSync,
  enrolIssuerSync,
  predictAsset,
  revokeSync,
  setFrozenTokensSync,
  stateValuationSync,
  tokenizeAndActivateSync,
  tokenizeSync,
  transferSync,
  updateDocumentsSync,
  withdrawSync,
} from "@qti/sdk";
import { accessManagerAbi, rewardsTreasuryAbi } from "@qti/sdk/abis";
import { commitDocument, documentsRoot } from "@qti/sdk/records";
import { encodeFunctionData, maxUint256 } from "viem";
import { waitForTransactionReceipt, writeContract } from "viem/actions";
import type { StackAddresses } from "../stack/addresses.ts";
import { type DemoAsset, demoAssets, termsOf } from "./assets.ts";
import { addressOf, type Cast, createCast, fund, verify } from "./cast.ts";
import { type Clock, takeClock } from "./clock.ts";
import { people } from "./people.ts";
import { type Scene, story } from "./story.ts";

/** The stack that gets demo data, and where to say what was made. */
export interface SeedTarget extends StackAddresses {
  report(message: string): void;
}

const unit = 10n ** 18n;
const micro = 1_000_000n;

/**
 * Plays a month of people tokenizing, transferring and staking, through the SDK and under the real delays, and brings the
 * chain's clock from its genesis to the present. Nothing in it is random but the salts of documents.
 */
export async function seed(stack: SeedTarget): Promise<void> {
  if (stack.rpc === undefined) return;
  const clock = await takeClock(stack.rpc);
  if (stack.contracts !== undefined) {
    const cast = createCast(stack.rpc, stack.contracts);
    for (const [day, scenes] of story) {
      await clock.toDay(day);
      for (const scene of scenes) {
        await play(scene, cast, clock);
        await clock.skip(1_380);
      }
    }
    stack.report(
      `${Object.keys(people).length} people, ${Object.keys(demoAssets).length} assets, a month of history`,
    );
  }
  await clock.toPresent();
}

async function play(scene: Scene, cast: Cast, clock: Clock): Promise<void> {
  switch (scene.kind) {
    case "verify":
      await verify(cast, people[scene.who], await clock.now());
      return fund(cast, people[scene.who], scene.qti);
    case "enrol":
      await enrolIssuerSync(cast.person(people[scene.who]));
      return;
    case "tokenize":
      return tokenize(cast, demoAssets[scene.asset]);
    case "transfer": {
      const to = cast.person(people[scene.to]).account.address;
      const asset = await assetAddress(cast, demoAssets[scene.asset]);
      await transferSync(cast.person(people[scene.from]), { asset, to, amount: scene.shares * unit });
      return;
    }
    case "stake": {
      const client = cast.person(people[scene.who]);
      const spender = addressOf(cast, "stakingVault");
      await approveSync(client, { token: addressOf(cast, "qtiToken"), spender, amount: maxUint256 });
      await depositSync(client, { assets: scene.qti * unit });
      return;
    }
    case "unstake":
      await withdrawSync(cast.person(people[scene.who]), { assets: scene.qti * unit });
      return;
    case "scheduleRewards":
    case "payRewards":
      return rewards(cast, scene);
    case "value": {
      const asset = demoAssets[scene.asset];
      const address = await assetAddress(cast, asset);
      await stateValuationSync(issuerOf(cast, asset), { asset: address, valuation: scene.dollars * micro });
      return;
    }
    case "documents": {
      const asset = demoAssets[scene.asset];
      const root = await commitPapers(asset, "Report of the trustee");
      await updateDocumentsSync(issuerOf(cast, asset), { asset: await assetAddress(cast, asset), root });
      return;
    }
    case "freezeShares": {
      const holder = cast.person(people[scene.who]).account.address;
      const asset = await assetAddress(cast, demoAssets[scene.asset]);
      await setFrozenTokensSync(cast.desk("complianceDesk"), { asset, holder, amount: scene.shares * unit });
      return;
    }
    case "revoke": {
      const subject = cast.person(people[scene.who]).account.address;
      await revokeSync(cast.desk("complianceDesk"), { subject });
    }
  }
}

async function tokenize(cast: Cast, asset: DemoAsset): Promise<void> {
  const terms = termsOf(asset, await commitPapers(asset, "Term sheet"));
  await (asset.draft ? tokenizeSync : tokenizeAndActivateSync)(issuerOf(cast, asset), terms);
}

async function rewards(
  cast: Cast,
  scene: { kind: "scheduleRewards" | "payRewards"; qti: bigint },
): Promise<void> {
  const client = cast.desk("treasurer");
  const treasury = addressOf(cast, "rewardsTreasury");
  const args = [addressOf(cast, "stakingVault"), scene.qti * unit] as const;
  const data = encodeFunctionData({ abi: rewardsTreasuryAbi, functionName: "fundStream", args });
  const hash =
    scene.kind === "scheduleRewards"
      ? await writeContract(client, {
          address: addressOf(cast, "accessManager"),
          abi: accessManagerAbi,
          functionName: "schedule",
          args: [treasury, data, 0],
        })
      : await writeContract(client, {
          address: treasury,
          abi: rewardsTreasuryAbi,
          functionName: "fundStream",
          args,
        });
  await waitForTransactionReceipt(client, { hash });
}

function issuerOf(cast: Cast, asset: DemoAsset) {
  return cast.person(people[asset.issuer]);
}

function assetAddress(cast: Cast, asset: DemoAsset) {
  const client = issuerOf(cast, asset);
  return predictAsset(client, { issuer: client.account.address, salt: termsOf(asset, "0x").salt });
}

/** Commits to papers that the demo's issuers keep to themselves: only the salted hash is public. */
async function commitPapers(asset: DemoAsset, title: string): Promise<`0x${string}`> {
  const text = `${title}\n\n${asset.name} (${asset.symbol})\n\n${asset.description}\n`;
  const { hash } = await commitDocument(new TextEncoder().encode(text));
  return documentsRoot([hash]);
}
