"use client";

import type { RecordsApi, RecordsWorker } from "@qti/sdk/records/client";
import { createContext, type ReactNode, use, useState } from "react";
import { useRuntimeConfig } from "@/lib/config/context";
import { ConfigurationMissingError } from "@/lib/config/errors";
import type { MemoryStorage } from "./memory";

type RecordsClient = typeof import("@qti/sdk/records/client");

/** The records client, the Worker that holds the keys, the service, and where this browser remembers what it saw. */
export type Records = {
  client: RecordsClient;
  worker: RecordsWorker;
  api: RecordsApi;
  storage: MemoryStorage;
};

type RecordsHandle = {
  /** Loads the client and starts the Worker, once, when a record is first needed. */
  load: () => Promise<Records>;
  /** Ends the Worker, with it the keys in memory. The next `load` starts a new one. */
  end: () => void;
};

const RecordsContext = createContext<RecordsHandle | undefined>(undefined);

function createHandle(apiUrl: string): RecordsHandle {
  let running: Promise<Records> | undefined;
  return {
    load: () => {
      running ??= import("@qti/sdk/records/client").then((client) => ({
        client,
        worker: client.createRecordsWorker(),
        api: { url: apiUrl },
        storage: window.localStorage,
      }));
      // A failed download must not be remembered as the answer for ever.
      running.catch(() => {
        running = undefined;
      });
      return running;
    },
    end: () => {
      running?.then(
        ({ worker }) => worker.close(),
        () => undefined,
      );
      running = undefined;
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
