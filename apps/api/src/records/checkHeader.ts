import { ClassicalRecipientError, HeaderMalformedError, inspectHeader } from "@qti/sdk/records";
import { recordLimits } from "@qti/sdk/records/wire";
import { ProblemError } from "../core/problem.ts";

/**
 * Takes a header apart as far as one can without a key: it is an age v1 header, every stanza is mlkem768x25519, and there is
 * one for each reader.
 *
 * @throws {@link ProblemError} `header-refused` for any other kind of stanza, `invalid-input` for what is no header
 */
export function checkHeader(base64: string, readers: number): Uint8Array {
  const header = new Uint8Array(Buffer.from(base64, "base64"));
  if (header.byteLength > recordLimits.headerBytes)
    throw invalid(`is larger than ${recordLimits.headerBytes} bytes`);
  let stanzas: number;
  try {
    ({ stanzas } = inspectHeader(header));
  } catch (error) {
    if (error instanceof ClassicalRecipientError) {
      throw new ProblemError("header-refused", { cause: error, extensions: { stanza: error.kind } });
    }
    if (error instanceof HeaderMalformedError) throw invalid(error.reason);
    throw error;
  }
  if (stanzas !== readers) throw invalid(`has ${stanzas} recipients for ${readers} readers`);
  return header;
}

function invalid(message: string): ProblemError {
  return new ProblemError("invalid-input", { errors: [{ field: "header", message }] });
}
