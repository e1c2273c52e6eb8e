/** Seals 1 GiB as a stream and prints, as JSON, how fast and in how much memory. */
import { sealStream } from "../src/records/index.ts";

const size = 1024 ** 3;
const chunk = new Uint8Array(64 * 1024).fill(7);
let given = 0;
const stream = new ReadableStream<Uint8Array>(
  {
    pull(controller) {
      if (given >= size) return controller.close();
      controller.enqueue(chunk);
      given += chunk.length;
    },
  },
  { highWaterMark: 0 },
);

const { ciphertext, attachment } = await sealStream({ stream, name: "large", maxBytes: size });
const started = performance.now();
for await (const _ of ciphertext);
await attachment;
const seconds = (performance.now() - started) / 1000;
console.log(
  JSON.stringify({
    megabytesPerSecond: size / 1e6 / seconds,
    residentMegabytes: process.resourceUsage().maxRSS / 1000,
  }),
);
