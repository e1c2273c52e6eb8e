import { type Language, languageFor } from "./languages";

/**
 * What is said when the frame itself broke. Its messages broke with it, so these few sentences are in the page's own
 * code, in all languages.
 */
export const lastWords: {
  readonly [language in Language]: { tab: string; title: string; text: string; again: string };
} = {
  en: {
    tab: "QTI: something broke",
    title: "The app broke",
    text: "Nothing that you signed or sent is lost. Load the app again to go on.",
    again: "Load again",
  },
  de: {
    tab: "QTI: Störung",
    title: "Die App ist gestört",
    text: "Nichts, was Sie signiert oder gesendet haben, ist verloren. Laden Sie die App neu, um fortzufahren.",
    again: "Neu laden",
  },
  es: {
    tab: "QTI: algo ha fallado",
    title: "La aplicación ha fallado",
    text: "Nada de lo que usted firmó o envió se ha perdido. Vuelva a cargar la aplicación para continuar.",
    again: "Cargar de nuevo",
  },
};

/** The language of the page that broke, else the browser's. */
export function lastLanguage(): Language {
  if (typeof document === "undefined") return "en";
  return languageFor({ chosen: document.documentElement.lang, accepted: navigator.languages.join(",") });
}
