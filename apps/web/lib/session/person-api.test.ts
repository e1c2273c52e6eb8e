import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { endingBy, personApi, sessionGoesOn } from "./person-api";

/** A service that answers when the test says so, and hears when it is no longer waited for. */
function service() {
  const answers: (() => void)[] = [];
  const asked = vi.fn(
    (_url: unknown, { signal }: RequestInit = {}) =>
      new Promise<Response>((resolve, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason));
        answers.push(() => resolve(Response.json({})));
      }),
  );
  vi.stubGlobal("fetch", asked);
  return { asked, answer: () => answers.shift()?.() };
}

const ask = (init?: RequestInit) =>
  personApi("http://localhost").fetch?.("http://localhost/v1/keys", init) ?? Promise.reject();

describe("asking as who is signed in", () => {
  beforeEach(async () => {
    vi.unstubAllGlobals();
    await endingBy(async () => undefined);
    sessionGoesOn();
  });
  afterEach(() => vi.unstubAllGlobals());

  it("gives up what is read when the session is being ended, and asks nothing from then on", async () => {
    const { asked } = service();
    const reading = ask();
    const { promise, resolve } = Promise.withResolvers<void>();
    const ending = endingBy(() => promise);
    await expect(reading).rejects.toThrow(DOMException);
    await expect(ask()).rejects.toThrow(DOMException);
    resolve();
    await ending;
    await expect(ask()).rejects.toThrow(DOMException);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it("lets what is being written come to its end", async () => {
    const { answer } = service();
    const writing = ask({ method: "PUT" });
    await endingBy(async () => undefined);
    answer();
    expect((await writing).status).toBe(200);
  });

  it("goes on where the session could not be ended", async () => {
    const { answer } = service();
    const failed = endingBy(() => Promise.reject(new TypeError("away")));
    await expect(failed).rejects.toThrow(TypeError);
    const reading = ask();
    answer();
    expect((await reading).status).toBe(200);
  });

  it("goes on with the next session, which is not heard of while one is being ended", async () => {
    const { answer } = service();
    await endingBy(async () => {
      sessionGoesOn();
      await expect(ask()).rejects.toThrow(DOMException);
    });
    sessionGoesOn();
    const reading = ask();
    answer();
    expect((await reading).status).toBe(200);
  });

  it("is still given up by the caller's own signal", async () => {
    service();
    const own = new AbortController();
    const reading = ask({ signal: own.signal });
    own.abort(new TypeError("enough"));
    await expect(reading).rejects.toThrow(TypeError);
  });
});
