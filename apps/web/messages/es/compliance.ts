import type { Translated } from "../shape";

export const compliance: Translated<"compliance"> = {};
