import type { EIP1193EventMap, EIP1193Events } from "viem";

type Listeners = { [event in keyof EIP1193EventMap]: Set<EIP1193EventMap[event]> };

/** The event half of an EIP-1193 provider, and the way to fire its events. */
export function createProviderEvents(): EIP1193Events & {
  accountsChanged: (accounts: `0x${string}`[]) => void;
} {
  const listeners: Listeners = {
    accountsChanged: new Set(),
    chainChanged: new Set(),
    connect: new Set(),
    disconnect: new Set(),
    message: new Set(),
  };
  return {
    on(event, listener) {
      listeners[event].add(listener);
    },
    removeListener(event, listener) {
      listeners[event].delete(listener);
    },
    accountsChanged(accounts) {
      for (const listener of listeners.accountsChanged) listener(accounts);
    },
  };
}
