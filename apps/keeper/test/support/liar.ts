import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createNoteSigners, formatCheckpoint, formatVerifierKey, signNote } from "@qti/sdk/records/log";
import { onTestFinished } from "vitest";

/** An api with a log of its own, which signs it well and proves nothing. */
export async function liar({ size, root }: { size: number; root: Uint8Array<ArrayBuffer> }) {
  const origin = "localhost/liar";
  const seeds = { ed25519: new Uint8Array(32).fill(1), mlDsa: new Uint8Array(32).fill(2) };
  const signers = await createNoteSigners(origin, seeds);
  const verifierKeys = signers.map(({ key }) => formatVerifierKey(key));
  const note = await signNote(formatCheckpoint({ origin, size, root }), signers);
  const answers: Record<string, [type: string, text: string]> = {
    "/v1/log": ["application/json", JSON.stringify({ origin, verifierKeys, size })],
    "/v1/log/checkpoint": ["text/plain; charset=utf-8", note],
    "/v1/log/consistency": [
      "application/json",
      JSON.stringify({ from: 1, to: size, hashes: ["ab".repeat(32)] }),
    ],
  };
  const server = createServer((request, response) => {
    const [type, text] = answers[request.url?.split("?")[0] ?? ""] ?? ["text/plain", ""];
    response.writeHead(text === "" ? 404 : 200, { "content-type": type }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  return { url: `http://127.0.0.1:${port}` };
}
