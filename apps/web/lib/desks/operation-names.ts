/*
 * What people with roles can do, in words. Small, so that pages can list it; what the forms ask and which calls they make
 * stands in `operations.ts`, which comes when one of them is opened.
 */

/** Who an operation is about, by which lists are sorted. */
type Group = "people" | "assets" | "money" | "system";

/** A thing that somebody with a role can do. */
export type OperationName = { title: string; what: string; verb: string; group: Group };

/** Everything that somebody with a role can do, but for what belongs to issuers and attesters. */
export const operationNames = {
  revoke: {
    title: "Revoke a verification",
    what: "Voids every attestation of the identity. A new attestation lifts it.",
    verb: "Revoke",
    group: "people",
  },
  freeze: {
    title: "Freeze an identity",
    what: "Stops all its accounts from sending and receiving shares.",
    verb: "Freeze",
    group: "people",
  },
  unfreeze: {
    title: "Release an identity",
    what: "Lets a frozen identity send and receive shares again.",
    verb: "Release",
    group: "people",
  },
  setAttester: {
    title: "Admit or remove an attester",
    what: "Attesters say who people are. What they signed before stays in force.",
    verb: "Set the attester",
    group: "people",
  },
  proposeRecovery: {
    title: "Recover a lost wallet",
    what: "Proposes that a new account takes the place of a lost one. Three days pass in which its owner, or a guardian, can object.",
    verb: "Propose it",
    group: "people",
  },
  cancelRecovery: {
    title: "Stop a recovery",
    what: "Ends a pending replacement of an account that is not lost.",
    verb: "Stop it",
    group: "people",
  },
  freezeShares: {
    title: "Freeze shares of a holder",
    what: "Sets how many shares of one asset a holder may not move. Zero frees them all.",
    verb: "Set what is frozen",
    group: "assets",
  },
  forcedTransfer: {
    title: "Move shares by order",
    what: "Moves shares without their holder, as a court orders. The receiver must be verified.",
    verb: "Move the shares",
    group: "assets",
  },
  forcedBurn: {
    title: "Cancel shares by order",
    what: "Destroys shares without their holder, as a court orders.",
    verb: "Cancel the shares",
    group: "assets",
  },
  pauseAsset: {
    title: "Pause an asset",
    what: "Stops transfers between accounts for 14 days. Exits go on.",
    verb: "Pause",
    group: "assets",
  },
  unpauseAsset: {
    title: "End the pause of an asset",
    what: "Lets transfers between accounts go on before the 14 days are over.",
    verb: "End the pause",
    group: "assets",
  },
  tighten: {
    title: "Make rules stricter",
    what: "Every rule must be at least as strict as it is now.",
    verb: "Set the rules",
    group: "assets",
  },
  setRules: {
    title: "Set rules",
    what: "Replaces all rules of an asset, also by looser ones.",
    verb: "Set the rules",
    group: "assets",
  },
  blockCountry: {
    title: "Exclude a country",
    what: "People of the country can receive no more shares of the asset. They keep what they have.",
    verb: "Exclude it",
    group: "assets",
  },
  unblockCountry: {
    title: "Admit a country",
    what: "People of the country may receive shares of the asset again.",
    verb: "Admit it",
    group: "assets",
  },
  vetoIncome: {
    title: "Veto a split of income",
    what: "Removes the proposed split. The issuer proposes another, or takes the money back.",
    verb: "Veto it",
    group: "money",
  },
  setFee: {
    title: "Set the fee of trades",
    what: "What takers pay of the money of a trade, at most 1 %.",
    verb: "Set the fee",
    group: "money",
  },
  setFeeRecipient: {
    title: "Name who gets the fees",
    what: "Fees of trades go to this account from then on.",
    verb: "Name it",
    group: "money",
  },
  fundStream: {
    title: "Stream rewards",
    what: "Starts a stream of QTI from the treasury into a contract that it may fund.",
    verb: "Start the stream",
    group: "money",
  },
  pauseTrading: {
    title: "Pause trading",
    what: "Stops fills and matches for 14 days. Orders can still be cancelled.",
    verb: "Pause",
    group: "money",
  },
  unpauseTrading: {
    title: "End the pause of trading",
    what: "Lets trading go on before the 14 days are over.",
    verb: "End the pause",
    group: "money",
  },
  pauseStaking: {
    title: "Pause deposits into the vault",
    what: "Stops new stakes for 14 days. What is staked can be taken out.",
    verb: "Pause",
    group: "money",
  },
  unpauseStaking: {
    title: "End the pause of the vault",
    what: "Lets deposits go on before the 14 days are over.",
    verb: "End the pause",
    group: "money",
  },
  grantRole: {
    title: "Give a role",
    what: "Lets an account do what the role may.",
    verb: "Give the role",
    group: "system",
  },
  revokeRole: {
    title: "Take a role",
    what: "Ends what an account may do by the role.",
    verb: "Take the role",
    group: "system",
  },
  setSystemContract: {
    title: "Admit or remove a system contract",
    what: "System contracts hold pledged shares and are no person.",
    verb: "Set the contract",
    group: "system",
  },
  setModule: {
    title: "Change the module of an asset",
    what: "Another compliance module decides about transfers. It must hold rules for the asset already.",
    verb: "Change the module",
    group: "system",
  },
  setModuleAllowed: {
    title: "Admit or remove a compliance module",
    what: "Terms of new assets may name an admitted module.",
    verb: "Set the module",
    group: "system",
  },
} as const satisfies { readonly [id: string]: OperationName };

/** Name of an operation. */
export type OperationId = keyof typeof operationNames;

/** All of them, in the order of their groups. */
export const operationIds = Object.keys(operationNames) as OperationId[];

/** The groups in words. */
export const groupWords: { readonly [group in Group]: string } = {
  people: "People",
  assets: "Assets",
  money: "Money",
  system: "The system itself",
};
