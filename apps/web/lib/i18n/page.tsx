import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { en } from "@/messages/en";
import type { Domain } from "@/messages/shape";
import { compiledMessages } from "./compiled";
import { MoreMessages } from "./more-messages";

/** Domains that every page has, because the frame around it speaks them. A page names the others that it needs. */
export const frameDomains = ["shell", "ui", "wallet", "transactions", "words"] as const satisfies Domain[];

type PageDomain = Exclude<Domain, (typeof frameDomains)[number]>;

/**
 * Hands a page the messages of its domains, in the one language of its reader. A test compares the list with what the
 * page really says.
 *
 * @example
 * <PageMessages of={["assets", "income"]}><AssetPage asset={asset} /></PageMessages>
 */
export async function PageMessages({ of, children }: { of: readonly PageDomain[]; children: ReactNode }) {
  const language = await getLocale();
  return <MoreMessages messages={compiledMessages(language, of)}>{children}</MoreMessages>;
}

/**
 * The `generateMetadata` of a page whose title is a message of the shell.
 *
 * @example
 * export const generateMetadata = titled("stake");
 */
export function titled(page: keyof typeof en.shell.pages): () => Promise<Metadata> {
  return async () => ({ title: (await getTranslations())(`shell.pages.${page}`) });
}
