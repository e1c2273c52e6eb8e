import type { Translated } from "../shape";

export const history: Translated<"history"> = {};
