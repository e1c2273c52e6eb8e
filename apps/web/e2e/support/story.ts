import type { Page } from "playwright-core";
import { beforeEach, onTestFailed } from "vitest";
import { keepPicture } from "./browser.ts";

/**
 * Makes a story of the tests of a `describe`: each step stands on the one before, so after a failure the others would only
 * say so again and are skipped. What every page looked like then is kept.
 *
 * @param pages - Who looks at which page, asked when a step fails.
 */
export function tellStory(pages: () => Readonly<Record<string, Page>>): void {
  let stopped = false;
  beforeEach(({ skip }) => {
    skip(stopped, "an earlier step failed");
    onTestFailed(async ({ task }) => {
      stopped = true;
      for (const [who, page] of Object.entries(pages())) await keepPicture(page, `${task.name} ${who}`);
    });
  });
}
