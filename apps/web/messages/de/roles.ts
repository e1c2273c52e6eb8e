import type { Translated } from "../shape";

export const roles: Translated<"roles"> = {};
