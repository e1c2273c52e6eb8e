import type { decodeMetadata } from "@qti/sdk";

/** What an operator wrote about a thing, where that can be read. */
export type Described = { name: string | undefined; description: string | undefined };

/** Name and description out of a description that was read; neither where it could not be. */
export function describedBy(read: ReturnType<typeof decodeMetadata>): Described {
  return read.ok
    ? { name: read.metadata.name, description: read.metadata.description }
    : { name: undefined, description: undefined };
}
