import { type NextRequest, NextResponse } from "next/server";
import { parseRuntimeConfig } from "@/lib/config/schema";
import { contentSecurityPolicy, fixedSecurityHeaders } from "@/lib/config/security";

/** Gives each page its own nonce and the headers that keep foreign code out of it. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const runtime = parseRuntimeConfig(process.env);
  const policy = contentSecurityPolicy({
    nonce,
    config: runtime.ok ? runtime.config : undefined,
    development: process.env.NODE_ENV === "development",
    secure: (request.headers.get("x-forwarded-proto") ?? request.nextUrl.protocol).startsWith("https"),
  });

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  // Next reads the nonce for its own scripts from the policy on the request.
  headers.set("Content-Security-Policy", policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(fixedSecurityHeaders)) response.headers.set(name, value);
  return response;
}

// Each exception ends where its name ends: what only begins like a static file is a page, and gets the policy.
export const config = {
  matcher: [{ source: "/((?!_next/static/|_next/image$|icon\\.svg$|favicon\\.ico$).*)" }],
};
