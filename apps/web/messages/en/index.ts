import { assets } from "./assets";
import { campaigns } from "./campaigns";
import { compliance } from "./compliance";
import { credit } from "./credit";
import { creditDesk } from "./creditDesk";
import { desks } from "./desks";
import { exchange } from "./exchange";
import { history } from "./history";
import { home } from "./home";
import { identity } from "./identity";
import { income } from "./income";
import { issuer } from "./issuer";
import { lend } from "./lend";
import { loans } from "./loans";
import { markets } from "./markets";
import { operator } from "./operator";
import { portfolio } from "./portfolio";
import { records } from "./records";
import { redemption } from "./redemption";
import { rewards } from "./rewards";
import { roles } from "./roles";
import { settings } from "./settings";
import { shell } from "./shell";
import { spaces } from "./spaces";
import { staking } from "./staking";
import { store } from "./store";
import { transactions } from "./transactions";
import { ui } from "./ui";
import { vouch } from "./vouch";
import { wallet } from "./wallet";
import { words } from "./words";

/** Everything that the app says, in English: the sentences that the other languages translate. */
export const en = {
  assets,
  campaigns,
  compliance,
  credit,
  creditDesk,
  desks,
  exchange,
  history,
  home,
  identity,
  income,
  issuer,
  lend,
  loans,
  markets,
  operator,
  portfolio,
  records,
  redemption,
  rewards,
  roles,
  settings,
  shell,
  spaces,
  staking,
  store,
  transactions,
  ui,
  vouch,
  wallet,
  words,
} as const;
