import type { Refusal } from "../assets/refusals.ts";
import { QtiError } from "./base.ts";
import { RevertError } from "./revert.ts";

const askReceiver = "Ask the receiver to renew or complete the verification, then try again.";
const askDesk = "Contact the compliance desk.";

/** Fact and next step of each refusal, in the order of the contracts' enum. */
const sentences: { [refusal in Refusal]: readonly [fact: string, next: string] } = {
  none: ["The transfer is allowed.", "Go ahead."],
  senderUnknown: ["The sender is not a verified account.", "Verify the account first."],
  senderFrozen: ["The sender's identity is frozen.", askDesk],
  senderRevoked: ["The sender's identity was revoked.", askDesk],
  senderRetired: [
    "The sending account was retired after a recovery.",
    "Send from the account that succeeded it.",
  ],
  receiverUnknown: [
    "The receiver is not a verified account.",
    "Ask the receiver to verify the account first.",
  ],
  receiverFrozen: ["The receiver's identity is frozen.", "Choose another receiver."],
  receiverRevoked: ["The receiver's identity was revoked.", "Choose another receiver."],
  receiverRetired: [
    "The receiving account was retired after a recovery.",
    "Send to the account that succeeded it.",
  ],
  receiverExpired: ["The receiver's verification has expired.", askReceiver],
  receiverTier: ["The receiver is verified at a lower tier than this asset asks for.", askReceiver],
  receiverCountry: ["This asset may not be held in the receiver's country.", "Choose another receiver."],
  insufficientUnfrozen: [
    "Part of the sender's shares is frozen, and what is left is too little.",
    "Send fewer shares.",
  ],
  locked: [
    "The lock-up of this asset has not ended; until then shares move only from or to the issuer.",
    "Try again after the lock-up date.",
  ],
  holderLimit: [
    "This asset already has as many holders as it may have.",
    "Choose a receiver who holds it already.",
  ],
  identityCap: ["The receiver would hold more than one person may hold of this asset.", "Send fewer shares."],
  paused: [
    "Transfers of this asset are paused.",
    "Try again when the pause has lapsed, after 14 days at most.",
  ],
  notActive: [
    "This asset is not in circulation.",
    "Wait until it is active; matured shares can only be redeemed.",
  ],
  moduleFailed: ["The rules of this asset could not be read.", "Contact the issuer."],
  pledgeOnly: [
    "The receiver is a contract that keeps pledges, and nobody would own what is merely sent there.",
    "Pledge shares as collateral of a lending market instead.",
  ],
};

/** The rules of an asset refuse a transfer. `refusal` says which rule. */
export class TransferRefusedError extends QtiError {
  readonly refusal: Exclude<Refusal, "none">;

  constructor(refusal: Exclude<Refusal, "none">, cause?: unknown) {
    const [fact, next] = sentences[refusal];
    super(fact, {
      name: "TransferRefusedError",
      code: `transfer-refused-${refusal.toLowerCase()}`,
      next,
      cause,
    });
    this.refusal = refusal;
  }
}

/** Sentence of a refusal and what to do about it. */
export function describeRefusal(refusal: Refusal): { fact: string; next: string } {
  const [fact, next] = sentences[refusal];
  return { fact, next };
}

/**
 * The rule behind a refused transfer of shares: a token's errors say who is refused, only its rules say why. What was refused
 * for another reason stays as it is.
 *
 * @param ask - Reads the number of the rule (`transferRefusal`) from the token.
 */
export async function explainTransfer(error: unknown, ask: () => Promise<number>): Promise<unknown> {
  // Balance, allowance and whatever a calling contract checks have sentences of their own.
  if (!(error instanceof RevertError && /^(ERC7943|AssetToken)/.test(error.revertName))) return error;
  // Not from the list of the actions, which would bring a piece of this module into every one of them.
  const refusal = (Object.keys(sentences) as Refusal[])[await ask()] ?? "moduleFailed";
  return refusal === "none" ? error : new TransferRefusedError(refusal, error);
}
