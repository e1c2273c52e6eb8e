import { readFile } from "node:fs/promises";
import { groupsOf } from "./groups.ts";

/** Where the certificate lies, and whether a client without post-quantum key exchange is refused. */
export type TlsConfig = { certFile: string; keyFile: string; postQuantum: "prefer" | "require" };

/** What Node's server is given. Older versions of TLS cannot negotiate the group, so there is none. */
export type TlsOptions = { cert: Buffer; key: Buffer; minVersion: "TLSv1.3"; ecdhCurve: string };

/** Reads certificate and key. @throws the system's error when one cannot be read. */
export async function readTls({ certFile, keyFile, postQuantum }: TlsConfig): Promise<TlsOptions> {
  const [cert, key] = await Promise.all([readFile(certFile), readFile(keyFile)]);
  return { cert, key, minVersion: "TLSv1.3", ecdhCurve: groupsOf(postQuantum) };
}
