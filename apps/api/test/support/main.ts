/** What operators start. */
export const main = new URL("../../src/main.ts", import.meta.url).pathname;
