import { recordLimits } from "../limits.ts";
import type { AssetDocuments } from "./assets.ts";
import type { SpaceRecord } from "./kind.ts";

type Documents = SpaceRecord<AssetDocuments>;

/** For so many people one record has room, beside its owner. */
export const readersOfRecord = recordLimits.readers - 1;

/**
 * Brings records together that hold the same documents, each for other readers. Who holds shares opens one of them; the issuer, all.
 *
 * @param files Of one asset and one issuer, from {@link documentsOf}.
 * @returns For each of the documents the records that hold it, the first that was made at the front.
 *
 * @example
 * ```ts
 * const ofThis = documentsOf(files, { asset, chainId, issuer });
 * for (const [documents] of groupCopies(ofThis)) show(documents?.contents.title);
 * ```
 */
export function groupCopies(files: readonly Documents[]): readonly Documents[][] {
  const groups = Map.groupBy(files, ({ contents, record }) => contents.copyOf ?? record.id);
  return [...groups.values()].map((group) =>
    group.toSorted((one, other) => Number(isCopy(one)) - Number(isCopy(other))),
  );
}

const isCopy = ({ contents }: Documents) => contents.copyOf !== undefined;

const editionOf = ({ contents }: Documents) => contents.edition ?? 1;

/** Greater than that of each of the copies, whatever their clocks say. */
export function newerEdition(copies: readonly Documents[]): number {
  return Math.max(...copies.map(editionOf)) + 1;
}

/** The copy that holds what all of them are to hold. */
export function newestOf(copies: readonly [Documents, ...Documents[]]): Documents {
  return copies.reduce((one, other) => {
    const later =
      editionOf(other) - editionOf(one) || (other.manifest.created > one.manifest.created ? 1 : 0);
    return later > 0 ? other : one;
  });
}
