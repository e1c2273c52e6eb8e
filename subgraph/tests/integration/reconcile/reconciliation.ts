import type { Graph } from "../graphql.ts";
import type { World } from "../world.ts";

/** How what the index says of a domain is held against what its contracts say. */
export interface Reconciliation {
  /** Contracts whose logs its rows of history stand on, by their names in a deployment. */
  readonly contracts: readonly string[];
  /** Everything that the index says of the block equals what the contracts say of it. */
  reconcile(world: World, graph: Graph, block: number): Promise<void>;
  /** Its fields of the row `Protocol`, as they have to be. Each field is somebody's. */
  protocol(graph: Graph, block: number): Promise<Fields>;
}

/** Fields by their names. */
export type Fields = Readonly<Record<string, string | number | bigint | null>>;
