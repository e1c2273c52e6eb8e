import * as z from "zod";
import { type Bytes, fromUtf8, utf8 } from "../bytes.ts";
import { RecordInputError, SpaceUnreadableError } from "../errors.ts";
import type { OpenedSpaceRecord } from "./vault.ts";

/** What a body can be; `papers` describe the files of the record, in their order. */
export type Contents = { papers?: readonly unknown[] | undefined };

/** One kind of record in a space: what its body holds. */
export type Kind<contents> = {
  readonly space: string;
  readonly type: string;
  readonly schema: z.ZodType<contents>;
};

/** A record of a space, opened and read. */
export type SpaceRecord<contents> = OpenedSpaceRecord & { readonly contents: contents };

/** A line of text. */
export const line = (most: number) => z.string().max(most);

/** The body of a record: JSON. @throws {@link RecordInputError} it has not the form of its kind */
export function encodeContents<contents>({ schema }: Kind<contents>, contents: contents): Bytes {
  const parsed = schema.safeParse(contents);
  if (parsed.success) return utf8(JSON.stringify(parsed.data));
  const [issue] = parsed.error.issues;
  throw new RecordInputError({
    field: issue?.path.join(".") || "contents",
    reason: issue?.message ?? "It has not the form of its kind.",
    cause: parsed.error,
  });
}

/**
 * Reads a record that was opened.
 *
 * @throws {@link SpaceUnreadableError} it is of a form that this version does not know, or does not describe its own files
 */
export function readContents<contents extends Contents>(
  { space, type, schema }: Kind<contents>,
  opened: OpenedSpaceRecord,
): SpaceRecord<contents> {
  try {
    if (opened.manifest.type !== type) throw new TypeError(`It is a ${opened.manifest.type}.`);
    const contents = schema.parse(JSON.parse(fromUtf8(opened.body)));
    if ((contents.papers ?? []).length !== opened.manifest.attachments.length)
      throw new TypeError("It describes other files than it has.");
    return { ...opened, contents };
  } catch (cause) {
    throw new SpaceUnreadableError({ space, cause });
  }
}
