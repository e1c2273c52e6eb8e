import { expect, test } from "vitest";
import { QtiError } from "../../errors/base.ts";
import * as errors from "../errors.ts";
import { packError, unpackError, wireErrorSchema } from "./errorWire.ts";

const reason = "a reason";
const samples: QtiError[] = [
  new errors.ClassicalRecipientError({ kind: "X25519", place: "header" }),
  new errors.RecipientInvalidError({ reason }),
  new errors.NotARecipientError(),
  new errors.HeaderMalformedError({ reason }),
  new errors.RecordTamperedError({ part: "payload", reason }),
  new errors.SpaceUnreadableError({ space: "profile" }),
  new errors.SuiteUnknownError({ suite: "qti/record/v9" }),
  new errors.RecordMismatchError({ field: "version", expected: "2", actual: "1" }),
  new errors.SignatureInvalidError({ author: "0x12" }),
  new errors.RecordInputError({ field: "space", reason }),
  new errors.RecordTooLargeError({ part: "body", size: 2, limit: 1 }),
  new errors.AttachmentTooLargeError({ size: 2, limit: 1 }),
  new errors.KeySlotError({ reason: "wrong-secret" }),
  new errors.RecoveryCodeError({ reason: "checksum" }),
  new errors.KeysLockedError(),
  new errors.FingerprintInvalidError(),
  new errors.KeysNotAuthenticError({ reason }),
  new errors.RecordsAbortedError(),
  new errors.RecordsWorkerError({ reason }),
];

test.each(samples.map((error) => [error.name, error] as const))("%s comes over as itself", (_, error) => {
  const over = unpackError(wireErrorSchema.parse(structuredClone(packError(error))));
  expect(over).toBeInstanceOf(error.constructor);
  expect({ ...over, message: over.message }).toEqual({ ...error, message: error.message });
});

test("every class of error is among them, and each says what to do", () => {
  const classes = Object.values(errors).filter(
    (value) => typeof value === "function" && value.prototype instanceof QtiError,
  );
  expect(new Set(samples.map((error) => error.constructor))).toEqual(new Set(classes));
  for (const error of samples) {
    const { name, code, shortMessage, next } = error;
    expect(name).toBe(error.constructor.name);
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(shortMessage).toMatch(/\.$/);
    expect(next).toMatch(/\.$/);
  }
  expect(new Set(samples.map(({ code }) => code)).size).toBe(samples.length);
});

test("an error that nobody foresaw becomes RecordsWorkerError", () => {
  for (const error of [
    new TypeError("x"),
    "text",
    undefined,
    new QtiError("Other.", { code: "other", next: "Go." }),
  ]) {
    expect(unpackError(packError(error))).toBeInstanceOf(errors.RecordsWorkerError);
  }
});
