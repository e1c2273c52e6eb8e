import type { Translated } from "../shape";

export const staking: Translated<"staking"> = {};
