import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import { webOrigin } from "./service.ts";

type Overrides = { origin?: string; host?: string; verified?: boolean; challenge?: string; counter?: number };

/** Flags of authenticator data: https://www.w3.org/TR/webauthn-3/#authdata-flags */
const present = 0x01;
const verifiedFlag = 0x04;
const attested = 0x40;

const sha256 = (data: Uint8Array | string) => createHash("sha256").update(data).digest();
const base64url = (data: Uint8Array) => Buffer.from(data).toString("base64url");

/** What a security key does, in software: makes a P-256 key, counts, and signs what the browser puts together. */
export class Authenticator {
  readonly id = base64url(randomBytes(32));
  readonly #key: KeyObject;
  readonly #publicKey: Uint8Array;
  #counter = 0;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    this.#key = privateKey;
    // COSE: EC2, ES256, P-256.
    this.#publicKey = isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, "base64url"))],
        [-3, new Uint8Array(Buffer.from(y, "base64url"))],
      ]),
    );
  }

  /** What `navigator.credentials.create` gives for these options. */
  create(options: { challenge: string }, overrides: Overrides = {}) {
    const id = Buffer.from(this.id, "base64url");
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const data = Buffer.concat([
      this.#data(attested, overrides),
      Buffer.alloc(16),
      length,
      id,
      this.#publicKey,
    ]);
    const attestation = new Map<string, unknown>([
      ["fmt", "none"],
      ["attStmt", new Map()],
      ["authData", new Uint8Array(data)],
    ]);
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: this.#clientData("webauthn.create", options, overrides),
        attestationObject: base64url(isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0])),
        transports: ["usb", "carrier-pigeon"],
      },
    };
  }

  /** What `navigator.credentials.get` gives for these options. */
  get(options: { challenge: string }, overrides: Overrides = {}) {
    const data = this.#data(0, overrides);
    const clientData = this.#clientData("webauthn.get", options, overrides);
    const signed = Buffer.concat([data, sha256(Buffer.from(clientData, "base64url"))]);
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: clientData,
        authenticatorData: base64url(data),
        signature: base64url(sign("sha256", signed, this.#key)),
      },
    };
  }

  #credential() {
    return { id: this.id, rawId: this.id, type: "public-key" as const, clientExtensionResults: {} };
  }

  #data(flags: number, { host = new URL(webOrigin).hostname, verified = true, counter }: Overrides): Buffer {
    this.#counter = counter ?? this.#counter + 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.#counter);
    return Buffer.concat([
      sha256(host),
      Buffer.from([present | flags | (verified ? verifiedFlag : 0)]),
      count,
    ]);
  }

  #clientData(type: string, options: { challenge: string }, overrides: Overrides): string {
    const { origin = webOrigin, challenge = options.challenge } = overrides;
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString("base64url");
  }
}
