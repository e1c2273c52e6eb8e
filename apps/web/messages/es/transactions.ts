import type { Translated } from "../shape";

export const transactions: Translated<"transactions"> = {};
