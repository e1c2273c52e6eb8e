import type { Translated } from "../shape";

export const desks: Translated<"desks"> = {};
