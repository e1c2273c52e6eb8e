import {
  concatHex,
  createWalletClient,
  encodeAbiParameters,
  encodeDeployData,
  encodeFunctionData,
  getContractAddress,
  http,
  parseAbi,
  parseEther,
  publicActions,
  testActions,
  toHex,
} from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { serializeErc6492Signature } from "viem/utils";
import { inject } from "vitest";

/*
 * A smart account and its factory, as solc 0.8.37 compiles them (optimizer on with 1 run, Cancun, no metadata):
 *
 *   contract Wallet {
 *       address private immutable owner;
 *       constructor(address owner_) { owner = owner_; }
 *       function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
 *           bytes32 r = bytes32(signature[0:32]);
 *           bytes32 s = bytes32(signature[32:64]);
 *           return ecrecover(hash, uint8(signature[64]), r, s) == owner ? bytes4(0x1626ba7e) : bytes4(0xffffffff);
 *       }
 *   }
 *
 *   contract Factory {
 *       function create(address owner) external returns (address) { return address(new Wallet{salt: 0}(owner)); }
 *   }
 */
const factoryCode: `0x${string}` = `0x${[
  "6080604052348015600e575f5ffd5b5061037a8061001c5f395ff3fe6080604052348015600e575f5ffd5b50600436106026",
  "575f3560e01c80639ed9331814602a575b5f5ffd5b603960353660046094565b604d565b6040516044919060bf565b604051",
  "80910390f35b5f5f5f1b82604051605c906087565b6064919060bf565b8190604051809103905ff59050801580156080573d",
  "5f5f3e3d5ffd5b5092915050565b6102a6806100d483390190565b5f6020828403121560a3575f5ffd5b81356001600160a0",
  "1b038116811460b8575f5ffd5b9392505050565b6001600160a01b039190911681526020019056fe60a0604052348015600e",
  "575f5ffd5b506040516102a63803806102a6833981016040819052602b91603b565b6001600160a01b03166080526066565b",
  "5f60208284031215604a575f5ffd5b81516001600160a01b0381168114605f575f5ffd5b9392505050565b60805161022961",
  "007d5f395f609301526102295ff3fe608060405234801561000f575f5ffd5b5060043610610029575f3560e01c80631626ba",
  "7e1461002d575b5f5ffd5b61004061003b36600461015b565b61005d565b6040516001600160e01b03199091168152602001",
  "60405180910390f35b5f8061006c60208285876101d0565b610075916101f7565b90505f6100866040602086886101d0565b",
  "61008f916101f7565b90507f00000000000000000000000000000000000000000000000000000000000000006001600160a0",
  "1b0316600187878760408181106100d1576100d1610215565b604080515f8152602081018083529590955292013560f81c91",
  "83019190915250606081018590526080810184905260a0016020604051602081039080840390855afa158015610122573d5f",
  "5f3e3d5ffd5b505050602060405103516001600160a01b031614610148576001600160e01b0319610151565b630b135d3f60",
  "e11b5b9695505050505050565b5f5f5f6040848603121561016d575f5ffd5b8335925060208401356001600160401b038111",
  "15610189575f5ffd5b8401601f81018613610199575f5ffd5b80356001600160401b038111156101ae575f5ffd5b86602082",
  "84010111156101bf575f5ffd5b939660209190910195509293505050565b5f5f858511156101de575f5ffd5b838611156101",
  "ea575f5ffd5b5050820193919092039150565b8035602083101561020f575f19602084900360031b1b165b92915050565b63",
  "4e487b7160e01b5f52603260045260245ffd",
].join("")}`;

const abi = parseAbi(["function create(address owner) returns (address)"]);
/** Where the creation code of the wallet starts within the factory's. */
const walletOffset = factoryCode.lastIndexOf("60a06040");

/** An account of its own each time: files that share a chain would use the same nonce. */
async function client(rpcUrl: string) {
  const account = privateKeyToAccount(generatePrivateKey());
  const chain = createWalletClient({ chain: hardhat, transport: http(rpcUrl), account })
    .extend(publicActions)
    .extend(testActions({ mode: "hardhat" }));
  await chain.setBalance({ address: account.address, value: parseEther("1") });
  return chain;
}

/** Puts a factory on the chain. */
export async function deployFactory(rpcUrl = inject("rpcUrl")): Promise<`0x${string}`> {
  const chain = await client(rpcUrl);
  const hash = await chain.sendTransaction({ data: encodeDeployData({ abi: [], bytecode: factoryCode }) });
  const { contractAddress } = await chain.waitForTransactionReceipt({ hash, pollingInterval: 50 });
  if (!contractAddress) throw new Error("the factory was not deployed");
  return contractAddress;
}

/** Where the factory will put the account of an owner. */
export function smartAccountOf(factory: `0x${string}`, owner: `0x${string}`): `0x${string}` {
  const bytecode = concatHex([
    `0x${factoryCode.slice(walletOffset)}`,
    encodeAbiParameters([{ type: "address" }], [owner]),
  ]);
  return getContractAddress({ opcode: "CREATE2", from: factory, salt: toHex(0, { size: 32 }), bytecode });
}

export async function deploySmartAccount(
  factory: `0x${string}`,
  owner: `0x${string}`,
  rpcUrl = inject("rpcUrl"),
): Promise<void> {
  const chain = await client(rpcUrl);
  const data = encodeFunctionData({ abi, functionName: "create", args: [owner] });
  const hash = await chain.sendTransaction({ to: factory, data });
  await chain.waitForTransactionReceipt({ hash, pollingInterval: 50 });
}

/** A signature of an account that is not deployed yet: it says how to deploy it (ERC-6492). */
export function counterfactual(
  factory: `0x${string}`,
  owner: `0x${string}`,
  signature: `0x${string}`,
): `0x${string}` {
  return serializeErc6492Signature({
    address: factory,
    data: encodeFunctionData({ abi, functionName: "create", args: [owner] }),
    signature,
  });
}
