import { QtiError } from "./base.ts";
import { inspect } from "./inspect.ts";

/** What a wallet or a node said no to, before any contract had a word. */
export class WalletError extends QtiError {
  /** EIP-1193, EIP-1474 or EIP-5792 code, where one was given. */
  readonly walletCode: number | undefined;

  constructor(name: string, fact: string, next: string, cause?: unknown, walletCode?: number) {
    const code = name
      .replace(/Error$/, "")
      .replace(/\B[A-Z]/g, "-$&")
      .toLowerCase();
    super(fact, { name, code, next, cause });
    this.walletCode = walletCode;
  }
}

type Cause = [cause?: unknown, walletCode?: number];

/** The person declined in the wallet. Not a failure: nothing was sent. */
export class UserRejectedError extends WalletError {
  constructor(...cause: Cause) {
    super(
      "UserRejectedError",
      "The request was declined in the wallet.",
      "Nothing was sent. Ask again when ready.",
      ...cause,
    );
  }
}

/** The person declined to turn the account into a smart account (EIP-5792, 5750). */
export class UpgradeRejectedError extends UserRejectedError {
  override name = "UpgradeRejectedError";
  override readonly code = "upgrade-rejected";
}

/** The wallet does not know the network. */
export class ChainNotAddedError extends WalletError {
  constructor(...cause: Cause) {
    super(
      "ChainNotAddedError",
      "The wallet does not know this network.",
      "Add the network to the wallet, then try again.",
      ...cause,
    );
  }
}

/** The wallet is on another network. */
export class WrongChainError extends WalletError {
  constructor(...cause: Cause) {
    super(
      "WrongChainError",
      "The wallet is on another network.",
      "Switch the network in the wallet, then try again.",
      ...cause,
    );
  }
}

/** The wallet has not allowed the account or the action. */
export class WalletUnauthorizedError extends WalletError {
  constructor(...cause: Cause) {
    super(
      "WalletUnauthorizedError",
      "The wallet has not allowed this account or action here.",
      "Connect the account in the wallet, then try again.",
      ...cause,
    );
  }
}

/** The wallet or the node does not support the request. */
export class WalletUnsupportedError extends WalletError {
  constructor(...cause: Cause) {
    super(
      "WalletUnsupportedError",
      "The wallet or the node does not support this request.",
      "Use another wallet, or send the steps one by one.",
      ...cause,
    );
  }
}

/** The wallet is not connected to the network. */
export class WalletDisconnectedError extends WalletError {
  constructor(...cause: Cause) {
    super(
      "WalletDisconnectedError",
      "The wallet is not connected to the network.",
      "Reconnect the wallet, then try again.",
      ...cause,
    );
  }
}

/** The wallet still waits for an answer to an earlier request. */
export class WalletBusyError extends WalletError {
  constructor(...cause: Cause) {
    super(
      "WalletBusyError",
      "The wallet is still waiting for an answer to an earlier request.",
      "Open the wallet and answer that request first.",
      ...cause,
    );
  }
}

/** The account has too little of the network's coin for the transaction. */
export class InsufficientFundsError extends WalletError {
  constructor(...cause: Cause) {
    super(
      "InsufficientFundsError",
      "The account holds too little of the network's coin to pay for this transaction.",
      "Add some of it for the fee, then try again.",
      ...cause,
    );
  }
}

/** Another transaction of the account took the place of this one. */
export class NonceError extends WalletError {
  constructor(...cause: Cause) {
    super(
      "NonceError",
      "Another transaction of this account took this one's place.",
      "Wait until it is mined, then try again.",
      ...cause,
    );
  }
}

/** The fee offered is outside of what the network accepts. */
export class FeeTooLowError extends WalletError {
  constructor(...cause: Cause) {
    super(
      "FeeTooLowError",
      "The fee offered is outside of what the network accepts now.",
      "Let the wallet choose the fee.",
      ...cause,
    );
  }
}

/** The gas limit does not fit the transaction. */
export class GasLimitError extends WalletError {
  constructor(...cause: Cause) {
    super(
      "GasLimitError",
      "The gas limit does not fit this transaction.",
      "Leave the gas limit to the wallet.",
      ...cause,
    );
  }
}

/** The node answers no more requests for the moment. */
export class RateLimitedError extends WalletError {
  constructor(...cause: Cause) {
    super(
      "RateLimitedError",
      "The node answers no more requests for the moment.",
      "Wait a minute, or use another RPC address.",
      ...cause,
    );
  }
}

/** The node did not answer in time. */
export class RpcTimeoutError extends WalletError {
  constructor(...cause: Cause) {
    super(
      "RpcTimeoutError",
      "The node did not answer in time.",
      "Try again; look at the wallet's activity first if something was signed.",
      ...cause,
    );
  }
}

/** The node cannot be reached. */
export class RpcUnreachableError extends WalletError {
  constructor(...cause: Cause) {
    super(
      "RpcUnreachableError",
      "The node cannot be reached.",
      "Check the connection and the RPC address, then try again.",
      ...cause,
    );
  }
}

type WalletErrorClass = new (cause?: unknown, walletCode?: number) => WalletError;

const byCode: { [code: number]: WalletErrorClass } = {
  4001: UserRejectedError,
  4100: WalletUnauthorizedError,
  4200: WalletUnsupportedError,
  4900: WalletDisconnectedError,
  4901: WalletDisconnectedError,
  4902: ChainNotAddedError,
  5000: UserRejectedError,
  5700: WalletUnsupportedError,
  5710: WrongChainError,
  5720: WalletBusyError,
  5730: WalletUnsupportedError,
  5740: WalletUnsupportedError,
  5750: UpgradeRejectedError,
  5760: WalletUnsupportedError,
  [-32601]: WalletUnsupportedError,
  [-32004]: WalletUnsupportedError,
  [-32002]: WalletBusyError,
  [-32005]: RateLimitedError,
  429: RateLimitedError,
};

/** Nodes and wallets share no codes for these; they share words. The first match decides. */
const byText: readonly (readonly [RegExp, WalletErrorClass])[] = [
  [/user (rejected|denied|cancell?ed)/i, UserRejectedError],
  [
    /insufficient funds|enough funds|exceeds transaction sender account balance|outoffunds/i,
    InsufficientFundsError,
  ],
  [
    /nonce (is )?too (low|high)|nonce has max|already (known|imported)|replacement transaction underpriced/i,
    NonceError,
  ],
  [
    /ChainMismatchError|chain ?id.{0,20}(mismatch|does not match|incompatible)|does not match the target chain/i,
    WrongChainError,
  ],
  [/unrecognized chain|chain .{0,24}not been added/i, ChainNotAddedError],
  [/(max|priority) fee per gas|maxfeepergas|fee ?cap|underpriced|base fee/i, FeeTooLowError],
  [/intrinsic gas|gas limit|gas required exceeds|exceeds (block )?gas/i, GasLimitError],
  [/TimeoutError|timed out|took too long/i, RpcTimeoutError],
  [
    /HttpRequestError|WebSocketRequestError|SocketClosedError|fetch failed|failed to fetch|networkerror|econnrefused|enotfound/i,
    RpcUnreachableError,
  ],
];

/**
 * Maps what wallets and nodes say to a class; `undefined` when a contract spoke, or when nobody knows.
 *
 * @param error - Whatever was caught.
 */
export function decodeWalletError(error: unknown): WalletError | undefined {
  if (error instanceof WalletError) return error;
  const { names, codes, text, data } = inspect(error);
  if (data !== undefined) return undefined;
  for (const code of codes) {
    const found = Object.hasOwn(byCode, code) ? byCode[code] : undefined;
    if (found !== undefined) return new found(error, code);
  }
  const words = `${names.join(" ")}\n${text}`;
  const found = byText.find(([pattern]) => pattern.test(words))?.[1];
  return found && new found(error, codes[0]);
}
