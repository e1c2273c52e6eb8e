import type { Translated } from "../shape";

export const exchange: Translated<"exchange"> = {};
