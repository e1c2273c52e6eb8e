import { QueryClient } from "@tanstack/react-query";

/** One for each mount. The services are near and cheap to ask; what a person just did must show at once. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: 1,
        retryDelay: 600,
        // The services may be on this machine, where the browser's idea of "offline" means nothing.
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
}
