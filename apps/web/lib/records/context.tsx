"use client";

import type { RecordsApi, RecordsWorker } from "@qti/sdk/records/client";
import { createContext, type ReactNode, use, useState } from "react";
import { useRuntimeConfig } from "@/lib/config/context";
import { ConfigurationMissingError } from "@/lib/config/errors";
import { personApi } from "@/lib/session/person-api";
import type { Prover } from "./log";
import type { MemoryStorage } from "./memory";

type RecordsClient = typeof import("@qti/sdk/records/client");

/** The records client, the Worker that holds the keys, the service, and where this browser remembers what it saw. */
export type Records = {
  client: RecordsClient;
  worker: RecordsWorker;
  api: RecordsApi;
  storage: MemoryStorage;
  /** Checks what the service gives against its log; `undefined` where the service signs none. Loaded when a record is first opened. */
  log: () => Promise<Prover | undefined>;
};

type RecordsHandle = {
  /** Loads the client and starts the Worker, once, when a record is first needed. */
  load: () => Promise<Records>;
  /** Ends the Worker, with it the keys in memory. The next `load` starts a new one. */
  end: () => void;
};

const RecordsContext = createContext<RecordsHandle | undefined>(undefined);

/** Does something once, and again only where it failed: a failed download must not be remembered as the answer for ever. */
function once<answer>(work: () => Promise<answer>): () => Promise<answer> {
  let running: Promise<answer> | undefined;
  return () => {
    running ??= work();
    running.catch(() => {
      running = undefined;
    });
    return running;
  };
}

function createHandle(apiUrl: string): RecordsHandle {
  const api = personApi(apiUrl);
  const start = async (): Promise<Records> => {
    const client = await import("@qti/sdk/records/client");
    return {
      client,
      worker: client.createRecordsWorker(),
      api,
      storage: window.localStorage,
      log: once(async () => (await import("./log")).createProver(api)),
    };
  };
  let load = once(start);
  let isLoaded = false;
  return {
    load: () => {
      isLoaded = true;
      return load();
    },
    end: () => {
      if (isLoaded)
        load().then(
          ({ worker }) => worker.close(),
          () => undefined,
        );
      load = once(start);
      isLoaded = false;
    },
  };
}

/** Holds the one Worker of this page. Nothing of it is loaded before a record is opened or sealed. */
export function RecordsProvider({ children }: { children: ReactNode }) {
  const { apiUrl } = useRuntimeConfig();
  const [handle] = useState(() => createHandle(apiUrl));
  return <RecordsContext value={handle}>{children}</RecordsContext>;
}

/** The way to the records of this page. */
export function useRecords(): RecordsHandle {
  const handle = use(RecordsContext);
  if (!handle) throw new ConfigurationMissingError();
  return handle;
}
