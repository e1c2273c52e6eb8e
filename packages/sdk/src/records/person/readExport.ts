import { ApiResponseError } from "../../core/api/errors.ts";
import { ExportIncompleteError } from "./errors.ts";
import { type ExportLine, exportLineSchema } from "./wire.ts";

/**
 * Reads the lines of an export as they come, and insists on the last one.
 *
 * @throws {@link ExportIncompleteError} the answer was cut off
 * @throws {@link ApiResponseError} a line has another form than expected
 */
export async function* readExport(response: Response): AsyncGenerator<ExportLine> {
  const { status, body } = response;
  let lines = -1;
  let isWhole = false;
  for await (const text of body === null ? [] : linesOf(body)) {
    const line = parseLine(text, status);
    if (line.kind === "end") isWhole = line.lines === lines;
    lines += 1;
    yield line;
  }
  if (!isWhole) throw new ExportIncompleteError({ lines: Math.max(lines, 0) });
}

function parseLine(text: string, status: number): ExportLine {
  try {
    return exportLineSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new ApiResponseError({
      status,
      reason: "A line of the export has another form than expected.",
      cause,
    });
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw new ExportIncompleteError({ lines: 0, cause });
      });
      if (done) break;
      rest += decoder.decode(value, { stream: true });
      const lines = rest.split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
    if (rest !== "") yield rest;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
