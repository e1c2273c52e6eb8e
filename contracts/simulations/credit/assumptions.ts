/**
 * What the simulation of the credit lines takes for granted about people and money. Everything here is an assumption: whoever
 * doubts one changes it and runs `npm run simulate:credit` again.
 */
export type TierAssumptions = {
  /** Part of all borrowers. */
  share: number;
  /** Part of them that would stop paying for good in their first year, in ordinary times. */
  firstYear: number;
  /** First limits, in dollars: spread evenly between the two. */
  firstLimit: readonly [number, number];
};

/** Parts and chances from 0 to 1; `MEANING` says of what. */
export type Assumptions = {
  borrowers: number;
  years: number;
  arrivalGrowth: number;
  tiers: readonly TierAssumptions[];
  seasoning: number;
  bustOut: number;
  cured: number;
  correlation: number;
  persistence: number;
  season: number;
  use: readonly [number, number];
  paysAll: number;
  inGrace: number;
  late: number;
  leaves: number;
  cashReserve: number;
  worried: number;
  flees: number;
};

export const ASSUMPTIONS: Assumptions = {
  borrowers: 10_000,
  years: 3,
  arrivalGrowth: 4,
  tiers: [
    { share: 0.6, firstYear: 0.2, firstLimit: [50, 200] },
    { share: 0.3, firstYear: 0.14, firstLimit: [100, 400] },
    { share: 0.1, firstYear: 0.1, firstLimit: [200, 800] },
  ],
  seasoning: 0.65,
  bustOut: 0.35,
  cured: 0.1,
  correlation: 0.08,
  persistence: 0.9,
  season: 0.2,
  use: [0.3, 1],
  paysAll: 0.35,
  inGrace: 0.08,
  late: 0.06,
  leaves: 0.015,
  cashReserve: 0.08,
  worried: 0.1,
  flees: 0.15,
};

/** What each is, in the words of the report, and why it is what it is. */
export const MEANING: Record<Exclude<keyof Assumptions, "tiers">, string> = {
  borrowers: "People who come, one after the other.",
  years:
    "Years in which people borrow. Afterwards nobody draws, until every default of that time is written off.",
  arrivalGrowth: "Arrivals a day at the end, as a multiple of those at the beginning.",
  seasoning: "The chance to stop paying falls by this factor with each year that somebody has paid.",
  bustOut: "Of those who stop: who pays once more, draws all there is, and never meant to pay it.",
  cured: "Of those who stop: who pays everything back within a year after default.",
  correlation:
    "How much one mood of the economy moves everybody's chance to stop (Vasicek's model). Basel II takes 0.03 to 0.04 for retail lending with chances like these.",
  persistence: "Part of a month's mood that the next one keeps: bad times last.",
  season:
    "Chances to stop are higher by this part in January and lower in July; what is drawn likewise, a month earlier.",
  use: "Part of the limit that somebody uses: spread evenly between the two.",
  paysAll: "Who pays everything at each statement. The others pay what is due.",
  inGrace: "In a cycle, of those who pay: who pays in grace.",
  late: "In a cycle, of those who pay: who pays after grace, in ordinary times. The mood moves it like stopping.",
  leaves: "In a cycle, of those who owe: who pays everything and leaves for good.",
  cashReserve:
    "Cash that seniors keep in the book for draws, as part of the debt. Every ten days both kinds of lenders put in what is asked for and no more, and first loss takes out what is not needed: with more of it than has to be, seniors would be safer than the terms make them.",
  worried: "Part of the debt not in default that is late, from which on no lender puts anything in.",
  flees: "And from which on half of both pools wants out at once.",
};

/** Where the chances to stop come from. */
export const SOURCE =
  "Of some 20 million digital loans in Tanzania 17 % were in default; 12 % of borrowers in Kenya and 31 % in Tanzania said that they had defaulted once ([CGAP](https://cgap.org/blog/its-time-slow-digital-credits-growth-east-africa)).";
