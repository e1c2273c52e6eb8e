import { openStream } from "../attachments/openStream.ts";
import type { Keys } from "../keys/types.ts";
import { open } from "../record/open.ts";
import type { PersonOpener } from "./exportPerson.ts";

/**
 * Opens records by keys that lie here, for programs that have no Worker.
 *
 * @param keys - The keys; those of before after those of now.
 */
export function openerOf(keys: readonly Keys[]): PersonOpener {
  return {
    async open(parameters) {
      const [newest, ...older] = keys;
      if (newest === undefined) throw new RangeError("openerOf needs keys.");
      for (const one of older) {
        const opened = await open({ ...parameters, keys: one }).catch(() => undefined);
        if (opened !== undefined) return opened;
      }
      return open({ ...parameters, keys: newest });
    },
    async openAttachment({ ciphertext, attachment }) {
      return new Response(await openStream({ ciphertext: ciphertext.stream(), attachment })).blob();
    },
  };
}
