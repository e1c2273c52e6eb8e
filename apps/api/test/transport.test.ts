import { createServer as createPlainServer } from "node:http";
import { request } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type ConnectionOptions, connect, createServer as createTlsServer, type TLSSocket } from "node:tls";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { readConfig } from "../src/config.ts";
import { negotiate, TransportProbe } from "../src/transport/probe.ts";
import { selfSigned } from "./support/certificate.ts";
import { startChild } from "./support/childService.ts";
import { TestClock } from "./support/service.ts";

let certificate: Awaited<ReturnType<typeof selfSigned>>;
let cert: string;
let key: string;

beforeAll(async () => {
  certificate = await selfSigned();
  ({ cert, key } = certificate);
});
afterAll(() => certificate.remove());

/** What a client that offers these groups negotiates, or the code of its failure. */
function handshake(port: number, options: ConnectionOptions = {}): Promise<string> {
  return new Promise((resolve) => {
    const socket: TLSSocket = connect({
      host: "127.0.0.1",
      port,
      servername: "localhost",
      ca: cert,
      ...options,
    });
    socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    socket.once("secureConnect", () => {
      const info = socket.getEphemeralKeyInfo();
      resolve(`${socket.getProtocol()} ${info && "name" in info ? info.name : "?"}`);
      socket.destroy();
    });
  });
}

/** The api as operators start it, with TLS of its own. */
async function secure(environment: Record<string, string> = {}): Promise<number> {
  const child = await startChild({ environment: { ...certificate.environment, ...environment } });
  return Number((await child.line((entry) => entry.msg === "listening")).port);
}

function health(port: number): Promise<{ transport: unknown }> {
  return new Promise((resolve, reject) => {
    request({ host: "localhost", port, path: "/v1/health", ca: cert }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve(JSON.parse(text)));
    })
      .on("error", reject)
      .end();
  });
}

describe("the api with a certificate", () => {
  it("negotiates X25519MLKEM768 with whoever knows it, and health says so", async () => {
    const port = await secure();
    expect(await handshake(port)).toBe("TLSv1.3 X25519MLKEM768");
    expect(await handshake(port, { ecdhCurve: "X25519" })).toBe("TLSv1.3 X25519");
    expect((await health(port)).transport).toEqual({
      state: "post-quantum",
      group: "X25519MLKEM768",
      protocol: "TLSv1.3",
    });
  });

  it("refuses older versions of TLS, which have no such key exchange", async () => {
    const port = await secure();
    expect(await handshake(port, { maxVersion: "TLSv1.2" })).toMatch(/ALERT_PROTOCOL_VERSION/);
  });

  it.each(["X25519", "P-256", "P-384", "X25519:P-256"])(
    "refuses a client that offers only %s when post-quantum key exchange is required",
    async (ecdhCurve) => {
      const port = await secure({ QTI_TLS_PQ: "require" });
      expect(await handshake(port, { ecdhCurve })).toMatch(/HANDSHAKE_FAILURE/);
      expect(await handshake(port)).toBe("TLSv1.3 X25519MLKEM768");
    },
  );

  it("does not start without the file of its key", async () => {
    const child = await startChild({
      environment: { ...certificate.environment, QTI_TLS_KEY: join(certificate.folder, "none.pem") },
    });
    expect((await child.exited).code).not.toBe(0);
  });
});

describe("configuration", () => {
  const given = {
    DATABASE_URL: "postgres://localhost/x",
    QTI_SHRED_DATABASE_URL: "postgres://localhost/y",
    QTI_SHRED_KEY: `0x${"11".repeat(32)}`,
    QTI_RPC_URL: "http://localhost:8545",
    QTI_WEB_ORIGIN: "http://localhost:3000",
    QTI_REGIONS: "eu=/tmp/eu",
  };

  it("takes certificate and key together or not at all", () => {
    expect(readConfig(given).tls).toBeUndefined();
    expect(() => readConfig({ ...given, QTI_TLS_CERT: "a" })).toThrow("QTI_TLS_KEY");
    expect(() => readConfig({ ...given, QTI_TLS_KEY: "a" })).toThrow("QTI_TLS_CERT");
    expect(readConfig({ ...given, QTI_TLS_CERT: "a", QTI_TLS_KEY: "b" }).tls).toEqual({
      certFile: "a",
      keyFile: "b",
      postQuantum: "prefer",
    });
  });

  it("does not promise to refuse what something in front accepts", () => {
    expect(() => readConfig({ ...given, QTI_TLS_PQ: "require" })).toThrow("QTI_TLS_PQ");
  });
});

describe("the probe", () => {
  /** Something in front of an api, as operators have it. */
  async function serverFor(ecdhCurve: string): Promise<number> {
    const server = createTlsServer({ cert, key, ecdhCurve }, (socket) => {
      // The probe hangs up when it knows enough.
      socket.on("error", () => undefined).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    onTestFinished(() => void server.close());
    return (server.address() as AddressInfo).port;
  }

  it("finds a proxy that takes post-quantum key exchange away", async () => {
    expect(await negotiate(`https://localhost:${await serverFor("X25519")}`)).toEqual({
      state: "classical",
      group: "X25519",
      protocol: "TLSv1.3",
    });
  });

  it("says plain of http, and unreachable where there is no handshake", async () => {
    expect(await negotiate("http://localhost:4000")).toMatchObject({ state: "plain" });
    const server = createPlainServer();
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    expect(await negotiate(`https://localhost:${port}`)).toMatchObject({ state: "unreachable" });
    expect(await negotiate("https://localhost:1")).toMatchObject({ state: "unreachable" });
  });

  it("asks once a minute, however often health is read", async () => {
    const clock = new TestClock();
    let connections = 0;
    const server = createTlsServer({ cert, key }, (socket) => socket.on("error", () => undefined));
    server.on("connection", () => connections++);
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const probe = new TransportProbe(clock, () => `https://localhost:${port}`);
    await Promise.all([probe.read(), probe.read()]);
    await probe.read();
    expect(connections).toBe(1);
    clock.advance(60_001);
    expect(await probe.read()).toMatchObject({ state: "post-quantum" });
    expect(connections).toBe(2);
  });
});
