/** An error with the code that wallets use (EIP-1193, EIP-1474), so that callers treat it like any wallet's. */
export class WalletRequestError extends Error {
  override readonly name = "WalletRequestError";
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** The codes that this app's own wallets answer with. */
export const walletCodes = {
  unauthorized: 4100,
  unsupported: 4200,
  unknownChain: 4902,
  invalidParams: -32602,
} as const;
