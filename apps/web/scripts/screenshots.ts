import { readStack } from "./stack.ts";

/** Takes the pictures of the README from a running stack. */
console.log(`Pictures of ${readStack().web}`);
