import {
  type Address,
  concat,
  encodeAbiParameters,
  type Hex,
  toFunctionSelector,
  toHex,
  zeroHash,
} from "viem";
import { offices, type World } from "./world.ts";

/** Bytes that are no text: a lone byte, half of a surrogate pair, a NUL, the start of a sign without its end. */
export const noText: Hex = "0xff61eda08062006300e282";

/**
 * Tokenizes with names that no honest encoder makes: `string` and `bytes` look the same in call data, and the registry
 * counts bytes only.
 */
export async function tokenizeHostile(world: World, salt: Hex): Promise<Address> {
  const terms = {
    type: "tuple",
    components: [
      { name: "name", type: "bytes" },
      { name: "symbol", type: "bytes" },
      { name: "class", type: "uint8" },
      { name: "jurisdiction", type: "uint16" },
      { name: "shares", type: "uint256" },
      { name: "valuation", type: "uint256" },
      { name: "metadataURI", type: "bytes" },
      { name: "documentsRoot", type: "bytes32" },
      { name: "module", type: "address" },
      {
        name: "rules",
        type: "tuple",
        components: [
          { name: "minTier", type: "uint8" },
          { name: "maxHolders", type: "uint32" },
          { name: "lockedUntil", type: "uint48" },
          { name: "capPerIdentity", type: "uint128" },
        ],
      },
      { name: "blockedCountries", type: "uint16[]" },
      { name: "salt", type: "bytes32" },
    ],
  } as const;
  const value = {
    name: noText,
    symbol: "0xc0",
    class: 7,
    jurisdiction: 276,
    shares: 1n,
    valuation: 1n,
    metadataURI: concat([toHex("data:application/json,"), `0x${"ff00".repeat(4_085)}`]),
    documentsRoot: zeroHash,
    module: world.complianceModule.address,
    rules: { minTier: 1, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0n },
    blockedCountries: [],
    salt,
  } as const;
  const tokenize = world.assetRegistry.abi.find(
    (item) => item.type === "function" && item.name === "tokenize",
  );
  if (tokenize === undefined) throw new RangeError("The registry has no tokenize.");
  const data = concat([toFunctionSelector(tokenize), encodeAbiParameters([terms], [value])]);
  await world.wallet.sendTransaction({ account: offices.issuer, to: world.assetRegistry.address, data });
  return await world.assetRegistry.read.predictAsset([offices.issuer, salt]);
}
