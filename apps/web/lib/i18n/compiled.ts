import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";
import { de } from "@/messages/de";
import { en } from "@/messages/en";
import { es } from "@/messages/es";
import type { Domain, Translation } from "@/messages/shape";
import type { Language } from "./languages";

/** All that the app says, by language. Only the server holds all three; a browser gets the domains of its page in one. */
export const translations: { readonly [language in Language]: Translation } = { en, de, es };

type Messages = { readonly [key: string]: string | Messages };
type CompiledMessages = { [key: string]: CompiledMessage | CompiledMessages };

function compileAll(messages: Messages): CompiledMessages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [
      key,
      // A copy: the compiler's objects have no prototype, and such are not handed to a browser.
      typeof message === "string" ? structuredClone(compile(message)) : compileAll(message),
    ]),
  );
}

const known = new Map<string, CompiledMessages>();

function compiledDomain(language: Language, domain: Domain): CompiledMessages {
  const name = `${language}.${domain}`;
  const already = known.get(name);
  if (already) return already;
  const made = compileAll(translations[language][domain]);
  known.set(name, made);
  return made;
}

/** The names of all domains. */
export const domains = Object.keys(en) as Domain[];

/**
 * Messages of a language as the formatter takes them: parsed here, once, so that no parser goes to the browser.
 */
export function compiledMessages(language: Language, of: readonly Domain[] = domains): CompiledMessages {
  return Object.fromEntries(of.map((domain) => [domain, compiledDomain(language, domain)]));
}
