import { ApiProblemError } from "@qti/sdk/errors";
import { afterEach, describe, expect, it } from "vitest";
import { ServiceRefusedError } from "./api";
import { answerStepUp, StepUpDeclinedError, withStepUp } from "./step-up";

const problem = (code: string) =>
  new ApiProblemError({ problem: { type: "about:blank", title: "No", code, status: 403 } });

let leave: (() => void) | undefined;
afterEach(() => leave?.());

/** Work that is refused until a second factor was given. */
function guarded(refusal: Error) {
  const world = { given: false, asked: 0, tries: 0 };
  leave = answerStepUp(async () => {
    world.asked += 1;
    world.given = true;
  });
  const work = async () => {
    world.tries += 1;
    if (!world.given) throw refusal;
    return "done";
  };
  return { world, work };
}

describe("withStepUp", () => {
  it.each([
    ["the SDK", problem("step-up-needed")],
    ["a request of the app's own", new ServiceRefusedError({ title: "No", code: "step-up-needed" })],
  ])("asks once where %s says that a factor is needed, and goes on", async (_, refusal) => {
    const { world, work } = guarded(refusal);
    expect(await withStepUp(work)).toBe("done");
    expect(world).toEqual({ given: true, asked: 1, tries: 2 });
  });

  it("asks for nothing where nothing is needed, or something else is wrong", async () => {
    const { world, work } = guarded(problem("quota-exceeded"));
    await expect(withStepUp(work)).rejects.toMatchObject({ code: "api-quota-exceeded" });
    expect(world).toEqual({ given: false, asked: 0, tries: 1 });
  });

  it("does not ask again where the factor was not enough", async () => {
    let asked = 0;
    leave = answerStepUp(async () => {
      asked += 1;
    });
    const refused = problem("step-up-needed");
    await expect(withStepUp(() => Promise.reject(refused))).rejects.toBe(refused);
    expect(asked).toBe(1);
  });

  it("does nothing where the person would rather not", async () => {
    const { world, work } = guarded(problem("step-up-needed"));
    leave = answerStepUp(() => Promise.reject(new StepUpDeclinedError()));
    await expect(withStepUp(work)).rejects.toBeInstanceOf(StepUpDeclinedError);
    expect(world.tries).toBe(1);
  });

  it("says what the service said where nobody can be asked", async () => {
    const refused = problem("step-up-needed");
    await expect(withStepUp(() => Promise.reject(refused))).rejects.toBe(refused);
  });
});
