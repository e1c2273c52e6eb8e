import type { NextConfig } from "next";

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

export default config;
