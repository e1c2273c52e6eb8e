import type { sessionBrowsers, sessionSystems } from "@qti/sdk/identity/sign-in/wire";

/** What kind of client it is: enough to recognise one's own sessions by, and no fingerprint. */
export type ClientKind = {
  browser: (typeof sessionBrowsers)[number];
  system: (typeof sessionSystems)[number];
};

// The first that fits: Edge says that it is Chrome as well, and Chrome that it is Safari.
const browsers: [RegExp, ClientKind["browser"]][] = [
  [/\bEdg(A|iOS)?\//, "edge"],
  [/\b(Firefox|FxiOS)\//, "firefox"],
  [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, "chrome"],
  [/\bVersion\/[\d.]+.* Safari\//, "safari"],
];
const systems: [RegExp, ClientKind["system"]][] = [
  [/\b(iPhone|iPad|iPod)\b/, "ios"],
  [/\bAndroid\b/, "android"],
  [/\bWindows\b/, "windows"],
  [/\bMac OS X\b/, "macos"],
  [/\b(Linux|X11|CrOS)\b/, "linux"],
];

/** Reads the kind of client from its User-Agent, of which nothing else is kept. */
export function clientKind(userAgent = ""): ClientKind {
  // Nobody's real one is longer, and a pattern has no more to look at.
  const text = userAgent.slice(0, 512);
  return {
    browser: browsers.find(([pattern]) => pattern.test(text))?.[1] ?? "other",
    system: systems.find(([pattern]) => pattern.test(text))?.[1] ?? "other",
  };
}
