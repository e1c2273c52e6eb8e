import type { Language } from "@/lib/i18n/languages";
import { languageOf, type Translator } from "@/lib/i18n/translator";

// ISO 3166-1: numeric code and two letters, five characters a country. Names come from the browser (CLDR).
const table = (
  "004AF008AL010AQ012DZ016AS020AD024AO028AG031AZ032AR036AU040AT044BS048BH050BD051AM" +
  "052BB056BE060BM064BT068BO070BA072BW074BV076BR084BZ086IO090SB092VG096BN100BG104MM" +
  "108BI112BY116KH120CM124CA132CV136KY140CF144LK148TD152CL156CN158TW162CX166CC170CO" +
  "174KM175YT178CG180CD184CK188CR191HR192CU196CY203CZ204BJ208DK212DM214DO218EC222SV" +
  "226GQ231ET232ER233EE234FO238FK239GS242FJ246FI248AX250FR254GF258PF260TF262DJ266GA" +
  "268GE270GM275PS276DE288GH292GI296KI300GR304GL308GD312GP316GU320GT324GN328GY332HT" +
  "334HM336VA340HN344HK348HU352IS356IN360ID364IR368IQ372IE376IL380IT384CI388JM392JP" +
  "398KZ400JO404KE408KP410KR414KW417KG418LA422LB426LS428LV430LR434LY438LI440LT442LU" +
  "446MO450MG454MW458MY462MV466ML470MT474MQ478MR480MU484MX492MC496MN498MD499ME500MS" +
  "504MA508MZ512OM516NA520NR524NP528NL531CW533AW534SX535BQ540NC548VU554NZ558NI562NE" +
  "566NG570NU574NF578NO580MP581UM583FM584MH585PW586PK591PA598PG600PY604PE608PH612PN" +
  "616PL620PT624GW626TL630PR634QA638RE642RO643RU646RW652BL654SH659KN660AI662LC663MF" +
  "666PM670VC674SM678ST682SA686SN688RS690SC694SL702SG703SK704VN705SI706SO710ZA716ZW" +
  "724ES728SS729SD732EH740SR744SJ748SZ752SE756CH760SY762TJ764TH768TG772TK776TO780TT" +
  "784AE788TN792TR795TM796TC798TV800UG804UA807MK818EG826GB831GG832JE833IM834TZ840US" +
  "850VI854BF858UY860UZ862VE876WF882WS887YE894ZM"
).match(/.{5}/g);

const lettersByNumber = new Map((table ?? []).map((entry) => [Number(entry.slice(0, 3)), entry.slice(3)]));

const namesByLanguage = new Map<Language, Intl.DisplayNames>();

function namesIn(language: Language): Intl.DisplayNames {
  const known = namesByLanguage.get(language) ?? new Intl.DisplayNames(language, { type: "region" });
  namesByLanguage.set(language, known);
  return known;
}

/** The name of a country by its ISO 3166-1 number; the number itself where there is none. */
export function countryName(numeric: number, t: Translator): string {
  const letters = lettersByNumber.get(numeric);
  const name = letters && namesIn(languageOf(t)).of(letters);
  return name ?? t("words.country", { number: `${numeric}` });
}

/** All countries by name. */
export function countriesByName(t: Translator): readonly { numeric: number; name: string }[] {
  const language = languageOf(t);
  return [...lettersByNumber]
    .map(([numeric, letters]) => ({ numeric, name: namesIn(language).of(letters) ?? letters }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

/** The two letters of a country by its ISO 3166-1 number. */
export function countryLetters(numeric: number): string | undefined {
  return lettersByNumber.get(numeric);
}

/** The number of a country by its two letters; 0 where there is none. */
export function countryNumber(letters: string): number {
  return [...lettersByNumber].find(([, each]) => each === letters)?.[0] ?? 0;
}
