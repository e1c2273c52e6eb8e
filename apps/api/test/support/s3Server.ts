import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { onTestFinished } from "vitest";
import { S3BlobStore, type S3Location, type S3Timeouts } from "../../src/blobs/s3BlobStore.ts";

/** The only ones that the test server knows. */
export const s3Credentials = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };

/** What the way to the server does to a request. Bytes are those of the body that still come through before it is cut. */
export type S3Fault =
  | { kind: "refuse"; status: number; code: string }
  | { kind: "cut-upload"; after: number }
  | { kind: "cut-download"; after: number }
  | { kind: "silent" }
  | { kind: "hold"; until: Promise<void> };

/** Decides about one request; nothing lets it pass. */
export type S3Weather = (request: IncomingMessage) => S3Fault | undefined;

/**
 * A server of the S3 API with one bucket, and a way to it on which a test makes the weather. The server keeps an object as a
 * file, so that a test can change it behind everybody's back.
 */
export async function s3Server() {
  const folder = mkdtempSync(join(tmpdir(), "qti-s3-"));
  const bucket = "records";
  const server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory: folder,
    vhostBuckets: false,
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  // What is cut on purpose is no news.
  (server as unknown as NodeJS.EventEmitter).on("error", () => undefined);
  const { port } = await server.run();
  const state: { weather: S3Weather } = { weather: () => undefined };
  const way = createServer((incoming, answer) => {
    const fault = state.weather(incoming);
    const upload = new URL(incoming.url ?? "", "http://way").searchParams.get("uploadId");
    if (fault === undefined && incoming.method === "DELETE" && upload !== null) {
      // The server does not know how to give an upload up.
      rmSync(join(folder, bucket, "._S3rver_uploads", upload), { recursive: true, force: true });
      answer.writeHead(204).end();
    } else forward(port, incoming, answer, fault);
  });
  const listen = async (on: number): Promise<number> => {
    way.listen(on, "127.0.0.1");
    await once(way, "listening");
    const address = way.address();
    return typeof address === "object" && address !== null ? address.port : on;
  };
  const wayPort = await listen(0);
  const goAway = async (): Promise<void> => {
    if (!way.listening) return;
    const closed = once(way, "close");
    way.close();
    way.closeAllConnections();
    await closed;
  };
  onTestFinished(async () => {
    await goAway();
    const { httpServer } = server as unknown as { httpServer: ReturnType<typeof createServer> };
    httpServer.closeAllConnections();
    await server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const endpoint = `http://127.0.0.1:${wayPort}`;
  const location: S3Location = {
    bucket,
    prefix: "blobs/",
    endpoint,
    region: "us-east-1",
    pathStyle: true,
    credentials: s3Credentials,
  };
  const bucketFolder = join(folder, bucket);
  return {
    endpoint,
    location,
    /** As `QTI_REGIONS` names it. */
    place: `s3://${bucket}/blobs?endpoint=${endpoint}`,
    file: (hash: string) => join(bucketFolder, "blobs", `${hash}._S3rver_object`),
    objects: () =>
      existsSync(join(bucketFolder, "blobs"))
        ? readdirSync(join(bucketFolder, "blobs"))
            .filter((name) => name.endsWith("._S3rver_object"))
            .map((name) => name.slice(0, 64))
        : [],
    uploads: () => {
      const uploads = join(bucketFolder, "._S3rver_uploads");
      return existsSync(uploads) ? readdirSync(uploads) : [];
    },
    /** Takes the bucket away, and gives an empty one back. */
    removeBucket: () => rmSync(bucketFolder, { recursive: true, force: true }),
    makeBucket: () => mkdirSync(bucketFolder, { recursive: true }),
    store: (name = "us", timeouts?: S3Timeouts, changed: Partial<S3Location> = {}): S3BlobStore => {
      const store = new S3BlobStore(name, { ...location, ...changed }, timeouts);
      onTestFinished(() => store.close());
      return store;
    },
    setWeather: (weather: S3Weather) => {
      state.weather = weather;
    },
    goAway,
    comeBack: () => listen(wayPort),
  };
}

function forward(
  port: number,
  incoming: IncomingMessage,
  answer: ServerResponse,
  fault: S3Fault | undefined,
): void {
  if (fault?.kind === "refuse") {
    incoming.resume();
    answer.writeHead(fault.status, { "content-type": "application/xml" });
    const quoted = `<AWSAccessKeyId>${s3Credentials.accessKeyId}</AWSAccessKeyId><StringToSign>AWS4-HMAC-SHA256</StringToSign>`;
    answer.end(`<Error><Code>${fault.code}</Code><Message>said the weather</Message>${quoted}</Error>`);
    return;
  }
  if (fault?.kind === "silent") {
    incoming.resume();
    return;
  }
  if (fault?.kind === "hold") {
    incoming.pause();
    void fault.until.then(() => forward(port, incoming, answer, undefined));
    return;
  }
  const { method, url, rawHeaders } = incoming;
  const onward = request({ host: "127.0.0.1", port, method, path: url, headers: rawHeaders }, (response) => {
    answer.writeHead(response.statusCode ?? 500, response.rawHeaders);
    if (fault?.kind !== "cut-download") {
      response.pipe(answer);
      return;
    }
    let left = fault.after;
    response.on("data", (chunk: Buffer) => {
      if (left <= 0) return;
      answer.write(chunk.subarray(0, left), () => {
        if (left <= 0) answer.destroy();
      });
      left -= chunk.byteLength;
    });
  });
  onward.on("error", () => answer.destroy());
  answer.on("close", () => {
    if (!answer.writableFinished) onward.destroy();
  });
  if (fault?.kind !== "cut-upload") {
    incoming.pipe(onward);
    return;
  }
  let left = fault.after;
  incoming.on("data", (chunk: Buffer) => {
    if (left <= 0) return;
    onward.write(chunk.subarray(0, left), () => {
      if (left <= 0) {
        onward.destroy();
        incoming.socket.destroy();
      }
    });
    left -= chunk.byteLength;
  });
}
