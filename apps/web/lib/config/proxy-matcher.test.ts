import { unstable_doesMiddlewareMatch } from "next/experimental/testing/server";
import { expect, test } from "vitest";
import { config } from "@/proxy";

const meets = (url: string) => unstable_doesMiddlewareMatch({ config, nextConfig: {}, url });

test.each([
  "/",
  "/assets",
  "/assets/0x1",
  "/favicon.icox",
  "/faviconXico",
  "/favicon.ico/assets",
  "/icon.svg/assets",
  "/iconXsvg",
  "/_next/staticx",
  "/_next/static",
  "/_next/imagex",
  "/_next/image/assets",
])("%s gets the policy", (url) => {
  expect(meets(url)).toBe(true);
});

test.each([
  "/_next/static/chunks/main.js",
  "/_next/image?url=%2Ficon.png&w=64&q=75",
  "/icon.svg",
  "/icon.svg?f3a1",
  "/favicon.ico",
])("the file %s is served without it", (url) => {
  expect(meets(url)).toBe(false);
});
