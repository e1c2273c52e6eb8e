import type { Translated } from "../shape";

export const portfolio: Translated<"portfolio"> = {};
