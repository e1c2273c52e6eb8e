import type { Logger } from "@qti/service/logger";
import type { Region } from "../config.ts";
import type { BlobStore } from "./blobStore.ts";
import { FolderBlobStore } from "./folderBlobStore.ts";
import { Regions } from "./regions.ts";

/** The regions of a configuration. One that cannot be opened is a region that is down; the others serve. */
export async function openRegions(
  { regions, regionQuorum }: { regions: readonly Region[]; regionQuorum: number },
  log: Logger,
): Promise<Regions> {
  const stores = await Promise.all(regions.map(storeOf));
  const opened = await Promise.allSettled(stores.map((store) => store.open()));
  for (const [index, result] of opened.entries()) {
    if (result.status === "rejected")
      log.error({ err: result.reason, region: stores[index]?.name }, "a region cannot be opened");
  }
  return new Regions(stores, regionQuorum);
}

async function storeOf(region: Region): Promise<BlobStore> {
  if ("folder" in region) return new FolderBlobStore(region.name, region.folder);
  // Who has folders only loads no client of S3.
  const { S3BlobStore } = await import("./s3BlobStore.ts");
  return new S3BlobStore(region.name, region.s3);
}
