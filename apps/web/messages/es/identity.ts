import type { Translated } from "../shape";

export const identity: Translated<"identity"> = {};
