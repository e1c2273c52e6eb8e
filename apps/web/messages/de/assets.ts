import type { Translated } from "../shape";

export const assets: Translated<"assets"> = {};
