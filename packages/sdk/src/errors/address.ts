import { QtiError } from "./base.ts";

/** Neither the client's chain nor the generated table knows the address of a contract. */
export class AddressUnknownError extends QtiError {
  /** Contract that was asked for. */
  readonly contract: string;
  /** Chain on which it was looked for; `undefined` when the client has none. */
  readonly chainId: number | undefined;

  constructor(contract: string, chainId: number | undefined) {
    super(
      `The address of ${contract} is not known on ${chainId === undefined ? "this chain" : `chain ${chainId}`}.`,
      {
        name: "AddressUnknownError",
        code: "address-unknown",
        next: "Give it in the option contracts.",
      },
    );
    this.contract = contract;
    this.chainId = chainId;
  }
}
