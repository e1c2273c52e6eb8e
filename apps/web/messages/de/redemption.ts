import type { Translated } from "../shape";

export const redemption: Translated<"redemption"> = {};
