import type { Translated } from "../shape";

export const income: Translated<"income"> = {};
