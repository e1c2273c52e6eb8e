import type { en } from "./en";

/** A part of the messages: the name of its file in each language's folder. */
export type Domain = keyof typeof en;

type Shape<messages> = {
  readonly [key in keyof messages]: messages[key] extends string ? string : Shape<messages[key]>;
};

/** What a language has to say in one domain: the keys of English, each with a sentence of its own. */
export type Translated<domain extends Domain> = Shape<(typeof en)[domain]>;

/** What a language has to say in all. */
export type Translation = Shape<typeof en>;
