import type { TestProject } from "vitest/node";
import { type E2eStack, startE2eStack } from "./stack.ts";

declare module "vitest" {
  interface ProvidedContext {
    stack: E2eStack;
  }
}

/** The stack that all tests share. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stack, stop } = await startE2eStack();
  project.provide("stack", stack);
  return stop;
}
