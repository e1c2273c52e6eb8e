import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "selfsigned";

/** A certificate for localhost that nobody signed but itself, also as the files that the api reads it from. */
export async function selfSigned() {
  const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    curve: "P-256",
  });
  const folder = mkdtempSync(join(tmpdir(), "qti-api-tls-"));
  const environment = { QTI_TLS_CERT: join(folder, "cert.pem"), QTI_TLS_KEY: join(folder, "key.pem") };
  writeFileSync(environment.QTI_TLS_CERT, cert);
  writeFileSync(environment.QTI_TLS_KEY, key, { mode: 0o600 });
  return { cert, key, folder, environment, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
