import type { RuntimeConfig } from "./schema";

function origin(url: string): string {
  return new URL(url).origin;
}

/** Where the page may connect to: itself and the three services of the configuration, nothing else. */
function connectSources(config: RuntimeConfig | undefined): string[] {
  if (!config) return ["'self'"];
  return ["'self'", ...new Set([origin(config.apiUrl), origin(config.graphqlUrl), origin(config.rpcUrl)])];
}

/**
 * The content security policy of one response.
 *
 * Development needs `eval` (React rebuilds server stacks with it) and unnonced styles (hot reload), and does without
 * Trusted Types for the same reason; production has neither exception.
 */
export function contentSecurityPolicy(options: {
  nonce: string;
  config: RuntimeConfig | undefined;
  development: boolean;
  secure: boolean;
}): string {
  const { nonce, config, development, secure } = options;
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connectSources(config).join(" ")}${development ? " ws:" : ""}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(development ? [] : ["require-trusted-types-for 'script'", "trusted-types default nextjs"]),
    // Only where the page itself came by TLS: on http://localhost it would rewrite the local services' addresses.
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}

/** Headers that are the same for every response. */
export const fixedSecurityHeaders: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  // Wallets that open a window of their own need to answer to the page that opened them.
  "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), publickey-credentials-get=(self), publickey-credentials-create=(self)",
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
};
