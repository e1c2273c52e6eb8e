import type { S3Location } from "./s3BlobStore.ts";

/** A bucket as the configuration names it, without the keys to it. */
export type S3Place = Omit<S3Location, "credentials">;

const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const options = new Set(["endpoint", "region", "style"]);

/**
 * Where a region lies: a folder, or `s3://bucket/prefix` with `endpoint`, `region` and `style` (`path` or `virtual`) as its
 * query. Undefined when it is neither.
 */
export function placeOf(text: string): string | S3Place | undefined {
  if (!/^[a-z0-9+.-]+:\//i.test(text)) return text === "" ? undefined : text;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== "s3:" || !bucketName.test(url.host) || url.username !== "" || url.hash !== "")
    return undefined;
  if ([...url.searchParams.keys()].some((name) => !options.has(name))) return undefined;
  const endpoint = url.searchParams.get("endpoint") ?? undefined;
  if (endpoint !== undefined && !isEndpoint(endpoint)) return undefined;
  const style = url.searchParams.get("style") ?? (endpoint === undefined ? "virtual" : "path");
  if (style !== "path" && style !== "virtual") return undefined;
  const prefix = url.pathname.replace(/^\/+|\/+$/g, "");
  if (!/^[\w./-]*$/.test(prefix)) return undefined;
  return {
    bucket: url.host,
    prefix: prefix === "" ? "" : `${prefix}/`,
    endpoint,
    region: url.searchParams.get("region") ?? "us-east-1",
    pathStyle: style === "path",
  };
}

/** Only this machine itself is reached without TLS: what is asked for, and by whom, is nobody's business on the way. */
function isEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, pathname, search } = new URL(text);
  if (username !== "" || pathname !== "/" || search !== "") return false;
  return protocol === "https:" || (protocol === "http:" && /^(localhost|127\..*|\[::1\])$/.test(hostname));
}
