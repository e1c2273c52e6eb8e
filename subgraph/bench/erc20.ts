import type { Inputs } from "../scripts/lib/compile.ts";

const schema = `
type Holder @entity(immutable: false) { id: Bytes! balance: BigInt! }
type Movement @entity(immutable: true) { id: Bytes! from: Holder! to: Holder! value: BigInt! timestamp: BigInt! }
`;

const mapping = `
import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Transfer } from "../generated/Erc20/Erc20";
import { Holder, Movement } from "../generated/schema";

function move(id: Bytes, change: BigInt): void {
  const known = Holder.load(id);
  const holder = known == null ? new Holder(id) : known;
  holder.balance = known == null ? change : known.balance.plus(change);
  holder.save();
}

export function handleTransfer(event: Transfer): void {
  move(event.params.from, event.params.value.neg());
  move(event.params.to, event.params.value);
  const movement = new Movement(event.transaction.hash.concatI32(event.logIndex.toI32()));
  movement.from = event.params.from;
  movement.to = event.params.to;
  movement.value = event.params.value;
  movement.timestamp = event.block.timestamp;
  movement.save();
}
`;

const abi = [
  {
    type: "event",
    name: "Transfer",
    anonymous: false,
    inputs: [
      { name: "from", type: "address", indexed: true },
      { name: "to", type: "address", indexed: true },
      { name: "value", type: "uint256", indexed: false },
    ],
  },
];

/** The plainest useful subgraph, balances of one ERC-20: what graph-node can do at most on this machine. */
export function erc20Inputs(token: string): Inputs {
  const manifest = {
    specVersion: "1.3.0",
    schema: { file: "./schema.graphql" },
    dataSources: [
      {
        kind: "ethereum/contract",
        name: "Erc20",
        network: "qti",
        source: { address: token, abi: "Erc20", startBlock: 0 },
        mapping: {
          kind: "ethereum/events",
          apiVersion: "0.0.9",
          language: "wasm/assemblyscript",
          entities: ["Movement"],
          abis: [{ name: "Erc20", file: "./abis/Erc20.json" }],
          eventHandlers: [
            { event: "Transfer(indexed address,indexed address,uint256)", handler: "handleTransfer" },
          ],
          file: "./src/erc20.ts",
        },
      },
    ],
  };
  return new Map([
    ["subgraph.yaml", JSON.stringify(manifest)],
    ["schema.graphql", schema],
    ["src/erc20.ts", mapping],
    ["abis/Erc20.json", JSON.stringify(abi)],
  ]);
}
