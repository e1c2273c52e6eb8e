import { afterEach, beforeEach } from "vitest";
import { node } from "./chain.ts";

let before: `0x${string}`;

// Each test starts from the fresh deployment; a revert consumes its snapshot.
beforeEach(async () => {
  before = await node.snapshot();
});

afterEach(async () => {
  await node.revert({ id: before });
});
