import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  // The SDK is imported as TypeScript source: one build, one type check, no stale dist.
  transpilePackages: ["@qti/sdk"],
  reactCompiler: true,
  reactStrictMode: true,
  typedRoutes: true,
  poweredByHeader: false,
  // Nothing in the repository is written for tools that read it; `next dev` would add such a file.
  agentRules: false,
};

const withLanguages = createNextIntlPlugin({
  requestConfig: "./i18n/request.ts",
  // Takes the formatter without a parser: lib/i18n/compiled.ts parses every message on the server.
  experimental: { messages: { path: "./messages", format: "json", precompile: true, locales: "infer" } },
});

export default withLanguages(config);
