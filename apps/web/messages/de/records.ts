import type { Translated } from "../shape";

export const records: Translated<"records"> = {};
