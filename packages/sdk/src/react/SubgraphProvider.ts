"use client";

import { createContext, createElement, type ReactNode, useContext } from "react";
import type { SubgraphClient } from "../subgraph/createSubgraphClient.ts";

const SubgraphContext = /* @__PURE__ */ createContext<SubgraphClient | undefined>(undefined);

/**
 * Gives the hooks below it a subgraph to ask.
 *
 * @example
 * ```tsx
 * <SubgraphProvider client={createSubgraphClient({ url })}>{children}</SubgraphProvider>
 * ```
 */
export function SubgraphProvider({
  client,
  children,
}: {
  client: SubgraphClient | undefined;
  children?: ReactNode;
}) {
  return createElement(SubgraphContext.Provider, { value: client }, children);
}

/** The subgraph that the provider above gives; `undefined` without one, and queries stay idle. */
export function useSubgraph(): SubgraphClient | undefined {
  return useContext(SubgraphContext);
}
