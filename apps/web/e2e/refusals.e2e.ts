import { describe, expect, inject, it } from "vitest";

const stack = inject("stack");

/** What goes wrong outside of the app: it says so in a clear sentence, keeps what was typed and goes on. */
describe("refusals", () => {
  it("has a web app to refuse things", async () => {
    expect((await fetch(stack.web)).status).toBe(200);
  });
});
