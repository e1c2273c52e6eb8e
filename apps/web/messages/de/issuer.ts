import type { Translated } from "../shape";

export const issuer: Translated<"issuer"> = {};
