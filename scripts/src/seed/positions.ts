import {
  approveSync,
  claimRewardsSync,
  fundStream,
  fundStreamSync,
  increasePositionSync,
  scheduleSync,
  stakeSync,
  withdrawPositionSync,
} from "@qti/sdk";
import { maxUint256 } from "viem";
import { DeploymentError } from "../errors.ts";
import { addressOf, type Cast } from "./cast.ts";
import { type PersonName, people } from "./people.ts";

const unit = 10n ** 18n;

/** What happens to the demo's positions in the pool; everybody has one at most. Amounts are whole QTI. */
export type PositionScene =
  | { readonly kind: "lock"; readonly who: PersonName; readonly qti: bigint; readonly lock: number }
  | { readonly kind: "lockMore" | "leaveLock"; readonly who: PersonName; readonly qti: bigint }
  | { readonly kind: "claimReward"; readonly who: PersonName };

/** The pool as the demo's people use it. */
export class DemoPositions {
  private readonly cast: Cast;
  private readonly ids = new Map<PersonName, bigint>();

  constructor(cast: Cast) {
    this.cast = cast;
  }

  async play(scene: PositionScene): Promise<void> {
    const client = this.cast.person(people[scene.who]);
    switch (scene.kind) {
      case "lock": {
        const spender = addressOf(this.cast, "stakingPool");
        await approveSync(client, { token: addressOf(this.cast, "qtiToken"), spender, amount: maxUint256 });
        const { event } = await stakeSync(client, { amount: scene.qti * unit, lock: scene.lock });
        this.ids.set(scene.who, event.args.positionId);
        return;
      }
      case "lockMore":
        await increasePositionSync(client, { positionId: this.idOf(scene.who), amount: scene.qti * unit });
        return;
      case "leaveLock":
        await withdrawPositionSync(client, { positionId: this.idOf(scene.who), amount: scene.qti * unit });
        return;
      case "claimReward":
        await claimRewardsSync(client, { positionId: this.idOf(scene.who) });
    }
  }

  private idOf(who: PersonName): bigint {
    const id = this.ids.get(who);
    if (id === undefined) throw new DeploymentError(`${people[who].name} of the demo has no position yet.`);
    return id;
  }
}

/** Rewards for one of the two ways to stake. */
export interface RewardScene {
  /** Scheduled by the treasurer; streams two days later, as its delay demands. */
  readonly kind: "scheduleRewards" | "payRewards";
  readonly qti: bigint;
  readonly into: "stakingVault" | "stakingPool";
}

export async function playRewards(cast: Cast, { kind, qti, into }: RewardScene): Promise<void> {
  const client = cast.desk("treasurer");
  const stream = { target: addressOf(cast, into), amount: qti * unit };
  if (kind === "payRewards") {
    await fundStreamSync(client, stream);
    return;
  }
  const call = fundStream.call({
    ...stream,
    rewardsTreasury: addressOf(cast, "rewardsTreasury"),
    account: client.account.address,
  });
  await scheduleSync(client, { call });
}
