import type { Context, MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { AppEnv } from "../core/context.ts";
import { ProblemError } from "../core/problem.ts";
import type { Session, SessionStore } from "./sessionStore.ts";

/** The cookie that holds the token, as the web app's protocol allows it. */
export class SessionCookie {
  readonly #name: string;
  readonly #secure: boolean;

  constructor(webOrigin: string) {
    this.#secure = webOrigin.startsWith("https:");
    // The prefix makes browsers refuse the cookie unless it is Secure, host-only and for the whole host.
    this.#name = this.#secure ? "__Host-qti_session" : "qti_session";
  }

  get name(): string {
    return this.#name;
  }

  read(c: Context): string | undefined {
    return getCookie(c, this.#name);
  }

  write(c: Context, token: string, expires: Date): void {
    setCookie(c, this.#name, token, {
      path: "/",
      httpOnly: true,
      sameSite: "Strict",
      secure: this.#secure,
      expires,
    });
  }

  clear(c: Context): void {
    deleteCookie(c, this.#name, { path: "/", secure: this.#secure });
  }
}

/** Looks the session up once a request; routes decide whether they need it. */
export function loadSession(store: SessionStore, cookie: SessionCookie): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const token = cookie.read(c);
    c.set("session", token === undefined ? undefined : await store.find(token));
    await next();
  };
}

/**
 * A second factor was given: the request's session goes on at level 2, under a new token.
 *
 * @throws {@link ProblemError} `sign-in-required` when it ended meanwhile
 */
export async function raiseSession(
  c: Context<AppEnv>,
  store: SessionStore,
  cookie: SessionCookie,
): Promise<Session> {
  const { account } = requireSession(c);
  const token = cookie.read(c);
  const raised = token === undefined ? undefined : await store.stepUp(account, token);
  if (raised === undefined) throw new ProblemError("sign-in-required");
  cookie.write(c, raised.token, raised.session.expiresAt);
  return raised.session;
}

/** The session of the request. @throws {@link ProblemError} `sign-in-required` without one. */
export function requireSession(c: Context<AppEnv>): Session {
  const session = c.get("session");
  if (session === undefined) throw new ProblemError("sign-in-required");
  return session;
}

/** Refuses before the body is read: who is not signed in cannot make the service buffer or validate anything. */
export const signedIn: MiddlewareHandler<AppEnv> = async (c, next) => {
  requireSession(c);
  await next();
};
