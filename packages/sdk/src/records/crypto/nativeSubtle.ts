/**
 * The part of WebCrypto that knows the algorithms of records. Type libraries do not describe it yet in every environment, so its
 * shape stands here and is checked at run time.
 */
export type NativeSubtle = {
  importKey(
    format: "raw-seed" | "raw-public" | "raw-secret",
    data: Uint8Array,
    algorithm: { name: string },
    extractable: boolean,
    usages: readonly string[],
  ): Promise<NativeKey>;
  exportKey(format: "raw-public", key: NativeKey): Promise<ArrayBuffer>;
  getPublicKey(key: NativeKey, usages: readonly string[]): Promise<NativeKey>;
  encapsulateBits(
    algorithm: { name: string },
    key: NativeKey,
  ): Promise<{ ciphertext: ArrayBuffer; sharedKey: ArrayBuffer }>;
  decapsulateBits(algorithm: { name: string }, key: NativeKey, ciphertext: Uint8Array): Promise<ArrayBuffer>;
  encrypt(
    algorithm: { name: string; iv: Uint8Array },
    key: NativeKey,
    data: Uint8Array,
  ): Promise<ArrayBuffer>;
  decrypt(
    algorithm: { name: string; iv: Uint8Array },
    key: NativeKey,
    data: Uint8Array,
  ): Promise<ArrayBuffer>;
  sign(
    algorithm: { name: string; context: Uint8Array },
    key: NativeKey,
    data: Uint8Array,
  ): Promise<ArrayBuffer>;
  verify(
    algorithm: { name: string; context: Uint8Array },
    key: NativeKey,
    signature: Uint8Array,
    data: Uint8Array,
  ): Promise<boolean>;
};

/** A CryptoKey, of which nothing but identity is used. */
export type NativeKey = { readonly type: string };

/** The platform's WebCrypto when it has the methods that these algorithms need. */
export function nativeSubtle(): NativeSubtle | undefined {
  const subtle: unknown = globalThis.crypto?.subtle;
  return isNativeSubtle(subtle) ? subtle : undefined;
}

const methods = [
  "importKey",
  "exportKey",
  "getPublicKey",
  "encapsulateBits",
  "decapsulateBits",
  "encrypt",
  "decrypt",
  "sign",
  "verify",
] as const satisfies readonly (keyof NativeSubtle)[];

function isNativeSubtle(value: unknown): value is NativeSubtle {
  return (
    typeof value === "object" &&
    value !== null &&
    methods.every((method) => typeof Reflect.get(value, method) === "function")
  );
}
