import * as z from "zod";
import { QtiError } from "../../errors/base.ts";
import {
  AttachmentTooLargeError,
  ClassicalRecipientError,
  FingerprintInvalidError,
  HeaderMalformedError,
  KeySlotError,
  KeysLockedError,
  KeysNotAuthenticError,
  keySlotReasons,
  mismatchFields,
  NotARecipientError,
  RecipientInvalidError,
  RecordInputError,
  RecordMismatchError,
  RecordsAbortedError,
  RecordsWorkerError,
  RecordTamperedError,
  RecordTooLargeError,
  RecoveryCodeError,
  recoveryCodeReasons,
  SignatureInvalidError,
  SpaceUnreadableError,
  SuiteUnknownError,
  tamperedParts,
  tooLargeParts,
} from "../errors.ts";

const reason = z.string();
const size = z.number();

/** Structured clones of errors lose their class: what crosses between page and Worker are these facts, by name. */
export const wireErrorSchema = z.discriminatedUnion("name", [
  z.object({
    name: z.literal("ClassicalRecipientError"),
    kind: z.string(),
    place: z.enum(["recipient", "header"]),
  }),
  z.object({ name: z.literal("RecipientInvalidError"), reason }),
  z.object({ name: z.literal("NotARecipientError") }),
  z.object({ name: z.literal("HeaderMalformedError"), reason }),
  z.object({ name: z.literal("RecordTamperedError"), part: z.enum(tamperedParts), reason }),
  z.object({ name: z.literal("SuiteUnknownError"), suite: z.string() }),
  z.object({ name: z.literal("SpaceUnreadableError"), space: z.string() }),
  z.object({
    name: z.literal("RecordMismatchError"),
    field: z.enum(mismatchFields),
    expected: z.string(),
    actual: z.string(),
  }),
  z.object({ name: z.literal("SignatureInvalidError"), author: z.string() }),
  z.object({ name: z.literal("RecordInputError"), field: z.string(), reason }),
  z.object({ name: z.literal("RecordTooLargeError"), part: z.enum(tooLargeParts), size, limit: size }),
  z.object({ name: z.literal("AttachmentTooLargeError"), size, limit: size }),
  z.object({ name: z.literal("KeySlotError"), reason: z.enum(keySlotReasons) }),
  z.object({ name: z.literal("RecoveryCodeError"), reason: z.enum(recoveryCodeReasons) }),
  z.object({ name: z.literal("KeysLockedError") }),
  z.object({ name: z.literal("FingerprintInvalidError") }),
  z.object({ name: z.literal("KeysNotAuthenticError"), reason }),
  z.object({ name: z.literal("RecordsAbortedError") }),
  z.object({ name: z.literal("RecordsWorkerError"), reason }),
]);
export type WireError = z.infer<typeof wireErrorSchema>;

/** The facts of an error. One that nobody foresaw becomes a {@link RecordsWorkerError}, with its message and no more. */
export function packError(error: unknown): WireError {
  if (error instanceof QtiError) {
    const packed = wireErrorSchema.safeParse({ ...error, name: error.name });
    if (packed.success) return packed.data;
  }
  return { name: "RecordsWorkerError", reason: error instanceof Error ? error.message : "unknown" };
}

/** The error again, of the class it was thrown with. */
export function unpackError(error: WireError): QtiError {
  switch (error.name) {
    case "ClassicalRecipientError":
      return new ClassicalRecipientError(error);
    case "RecipientInvalidError":
      return new RecipientInvalidError(error);
    case "NotARecipientError":
      return new NotARecipientError();
    case "HeaderMalformedError":
      return new HeaderMalformedError(error);
    case "RecordTamperedError":
      return new RecordTamperedError(error);
    case "SpaceUnreadableError":
      return new SpaceUnreadableError(error);
    case "SuiteUnknownError":
      return new SuiteUnknownError(error);
    case "RecordMismatchError":
      return new RecordMismatchError(error);
    case "SignatureInvalidError":
      return new SignatureInvalidError(error);
    case "RecordInputError":
      return new RecordInputError(error);
    case "RecordTooLargeError":
      return new RecordTooLargeError(error);
    case "AttachmentTooLargeError":
      return new AttachmentTooLargeError(error);
    case "KeySlotError":
      return new KeySlotError(error);
    case "RecoveryCodeError":
      return new RecoveryCodeError(error);
    case "KeysLockedError":
      return new KeysLockedError();
    case "FingerprintInvalidError":
      return new FingerprintInvalidError();
    case "KeysNotAuthenticError":
      return new KeysNotAuthenticError(error);
    case "RecordsAbortedError":
      return new RecordsAbortedError();
    case "RecordsWorkerError":
      return new RecordsWorkerError(error);
  }
}
