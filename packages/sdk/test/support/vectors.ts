import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { fromHex } from "../../src/records/bytes.ts";
import {
  keySlotSchema,
  passkeySlotSchema,
  successorSlotSchema,
  walletSlotSchema,
} from "../../src/records/keys/slots/slotSchema.ts";
import { manifestSchema, sealedAttachmentSchema } from "../../src/records/record/manifestSchema.ts";
import { putKeysBodySchema } from "../../src/records/wire.ts";

const folder = join(import.meta.dirname, "../../../../docs/records-vectors");

function read<schema extends z.ZodType>(name: string, schema: schema): z.output<schema> {
  return schema.parse(JSON.parse(readFileSync(join(folder, name), "utf8")));
}

const hex = z
  .string()
  .regex(/^(?:[0-9a-f]{2})*$/)
  .transform(fromHex);
const base64 = z.base64().transform((text) => new Uint8Array(Buffer.from(text, "base64")));
const refusal = z.looseObject({ name: z.string() });

const personSchema = z.strictObject({
  seeds: z.strictObject({ xwing: hex, mldsa: hex }),
  identity: z.string(),
  recipient: z.string(),
  verifier: z.string(),
  fingerprint: z.string(),
  recipientFingerprint: z.string(),
  verifierFingerprint: z.string(),
  printed: z.string(),
});

export const readKeyVectors = () =>
  read(
    "keys.json",
    z.strictObject({
      format: z.literal("qti/vectors/keys/v1"),
      people: z.record(z.string(), personSchema),
      published: putKeysBodySchema,
      slots: z.strictObject({
        of: z.string(),
        recovery: z.strictObject({
          code: z.string(),
          typed: z.array(z.string()),
          secret: hex,
          slot: keySlotSchema,
        }),
        passphrase: z.strictObject({
          passphrase: z.string(),
          normalized: z.string(),
          stretched: hex,
          slot: keySlotSchema,
        }),
        passkey: z.strictObject({ answer: hex, slot: passkeySlotSchema }),
        wallet: z.strictObject({
          signature: z.templateLiteral(["0x", z.string()]),
          share: hex,
          slot: walletSlotSchema,
        }),
        successor: z.strictObject({ newer: z.string(), slot: successorSlotSchema }),
      }),
    }),
  );

const questionShape = {
  name: z.string(),
  reader: z.string(),
  author: z.string(),
  header: z.string(),
  payload: z.string(),
  expected: z.looseObject({ recordId: z.string(), version: z.number(), space: z.string() }),
};

export const readRecordVectors = () =>
  read(
    "records.json",
    z.strictObject({
      format: z.literal("qti/vectors/records/v1"),
      headers: z.record(z.string(), base64),
      payloads: z.record(z.string(), base64),
      opened: z.array(
        z.strictObject({
          ...questionShape,
          fileKey: hex,
          payloadHash: z.string(),
          opened: z.strictObject({ manifest: manifestSchema, manifestHash: z.string(), body: hex }),
        }),
      ),
      refused: z.array(z.strictObject({ ...questionShape, error: refusal })),
    }),
  );

const changeSchema = z.strictObject({
  cut: z.number().optional(),
  xor: z.strictObject({ at: z.number(), mask: z.number() }).optional(),
  append: z.string().optional(),
});

export const readAttachmentVectors = () =>
  read(
    "attachments.json",
    z.strictObject({
      format: z.literal("qti/vectors/attachments/v1"),
      opened: z.array(
        z.strictObject({ attachment: sealedAttachmentSchema, ciphertext: base64, contentHash: z.string() }),
      ),
      refused: z.array(
        z.strictObject({
          name: z.string(),
          change: changeSchema,
          attachment: sealedAttachmentSchema,
          ciphertext: base64,
          error: refusal,
        }),
      ),
    }),
  );
