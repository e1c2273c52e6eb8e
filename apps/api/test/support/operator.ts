import { privateKeyToAccount } from "viem/accounts";

/** The eighth of Hardhat's accounts: the one that the deployment makes an operator of rewards. */
export const operatorAccount = privateKeyToAccount(
  "0xdbda1821b80551c9d65939329250298aa3472ba22feea921c0cf5d620ea67b97",
);
