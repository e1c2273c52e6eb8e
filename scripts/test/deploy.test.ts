import { describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { DeploymentError } from "../src/errors.ts";
import { parseDeployedAddresses } from "../src/parts/deploy.ts";

const vault = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
const token = "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512";

describe("parseDeployedAddresses", () => {
  test("the name behind the module, with a small first letter", () => {
    const json = JSON.stringify({ "Staking#StakingVault": vault, "Qti#Assets#AssetToken": token });
    expect(parseDeployedAddresses(json)).toEqual({ stakingVault: vault, assetToken: token });
  });

  test("error: DeploymentError when two contracts have one name", () => {
    const json = JSON.stringify({ "A#Vault": vault, "B#Vault": token });
    expect(() => parseDeployedAddresses(json)).toThrow(DeploymentError);
  });

  test("error: ZodError when an address is none", () => {
    expect(() => parseDeployedAddresses('{"A#Vault":"0x12"}')).toThrow(ZodError);
  });
});
