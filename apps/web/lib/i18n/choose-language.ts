"use server";

import { cookies } from "next/headers";
import { isLanguage, languageCookie } from "./languages";

/** Keeps a choice of language in a cookie. The page that asked is drawn anew with it. */
export async function chooseLanguage(language: unknown): Promise<void> {
  // Anybody may send anything here; what is no language of this app changes nothing.
  if (!isLanguage(language)) return;
  const jar = await cookies();
  jar.set(languageCookie, language, { path: "/", maxAge: 365 * 86_400, sameSite: "lax", httpOnly: true });
}
