"use client";

import { createContext, type ReactNode, use } from "react";
import { ConfigurationMissingError } from "./errors";
import type { RuntimeConfig } from "./schema";

const RuntimeConfigContext = createContext<RuntimeConfig | undefined>(undefined);

/** Hands the configuration that the server read to everything below. */
export function RuntimeConfigProvider({ config, children }: { config: RuntimeConfig; children: ReactNode }) {
  return <RuntimeConfigContext value={config}>{children}</RuntimeConfigContext>;
}

/**
 * The addresses of services and contracts.
 * @throws ConfigurationMissingError outside `RuntimeConfigProvider`.
 */
export function useRuntimeConfig(): RuntimeConfig {
  const config = use(RuntimeConfigContext);
  if (!config) throw new ConfigurationMissingError();
  return config;
}
