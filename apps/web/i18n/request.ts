import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { compiledMessages } from "@/lib/i18n/compiled";
import { languageCookie, languageFor } from "@/lib/i18n/languages";

/** The language of this request and all its messages, for what the server draws. */
export default getRequestConfig(async () => {
  const [jar, asked] = await Promise.all([cookies(), headers()]);
  const locale = languageFor({
    chosen: jar.get(languageCookie)?.value,
    accepted: asked.get("accept-language"),
  });
  // Moments are shown in the time zone of whoever reads, by lib/format; messages format none.
  return { locale, messages: compiledMessages(locale), timeZone: "UTC" };
});
