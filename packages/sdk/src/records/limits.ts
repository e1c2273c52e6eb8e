/** Limits that a client checks before it seals and a server before it stores. All sizes are in bytes. */
export const recordLimits = {
  /** Body of one record, before padding. */
  bodyBytes: 1024 * 1024,
  /** Payload of one record as stored: the body with manifest, signature and padding, and room to grow. Readers open it in memory. */
  payloadBytes: 2 * 1024 * 1024,
  /** One attachment, before padding. */
  attachmentBytes: 256 * 1024 * 1024,
  /** One blob as stored: the padded attachment and what sealing adds. */
  blobBytes: 288 * 1024 * 1024,
  attachments: 32,
  readers: 64,
  /** A header with {@link recordLimits.readers} stanzas is 99,718 bytes. */
  headerBytes: 128 * 1024,
  /** Records on one page of a list. */
  pageSize: 50,
} as const;
