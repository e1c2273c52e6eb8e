import { createServer, type RequestListener } from "node:http";
import { createWalletClient, custom } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";

/** Signs whatever a unit test sends; holds nothing anywhere. */
export const signer = privateKeyToAccount(`0x${"01".repeat(32)}`);

/** A wallet whose node refuses every call with an error of the given shape. */
export function refusing(error: object) {
  return createWalletClient({
    account: signer,
    chain: hardhat,
    transport: custom(
      {
        request: async ({ method }: { method: string }) => {
          if (method === "eth_chainId") return "0x7a69";
          throw Object.assign(new Error("refused"), error);
        },
      },
      { retryCount: 0 },
    ),
  });
}

/** An HTTP server on a free loopback port for as long as `use` runs. */
export async function serve<result>(listener: RequestListener, use: (url: string) => Promise<result>) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  try {
    return await use(`http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
