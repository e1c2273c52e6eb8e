import * as z from "zod/mini";

/**
 * A schema that is made when it is first used. zod asks whether it may compile code as soon as one is made, which a
 * strict content security policy reports as a violation: so browsers say first that it may not. Servers keep the
 * faster way.
 */
export function schema<made>(make: () => made): () => made {
  let kept: { made: made } | undefined;
  return () => {
    if (kept) return kept.made;
    if (globalThis.process?.versions?.node === undefined) z.config({ jitless: true });
    kept = { made: make() };
    return kept.made;
  };
}
