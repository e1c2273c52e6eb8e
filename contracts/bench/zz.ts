import hre from "hardhat";
import { benchRecords } from "/work/main/contracts/bench/records.ts";
import { benchStaking } from "/work/main/contracts/bench/staking.ts";

console.table([...(await benchStaking(hre)), ...(await benchRecords(hre))]);
