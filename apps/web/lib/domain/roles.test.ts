import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { translatorFor } from "@/lib/i18n/testing";
import { allRoles, roleWords } from "./roles";

const t = translatorFor("en");
const table = readFileSync(new URL("../../../../contracts/ignition/roles.ts", import.meta.url), "utf8");
const deployed = [...table.matchAll(/^ {2}([A-Z_]+): \{ id: (\d+)n, delay: (\d+)n(?: \* HOUR)? \},$/gm)].map(
  ([, label = "", id = "", hours = ""]) => ({
    label: label.replaceAll("_", " ").toLowerCase(),
    role: BigInt(id),
    delay: Number(hours) * 3_600,
  }),
);

describe("the words for roles", () => {
  it("exist for every role of the deployment, with its number and its delay", () => {
    expect(deployed.length).toBeGreaterThan(10);
    const known = allRoles.map(({ name, role }) => ({
      label: name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
      role,
      delay: roleWords(role, t).delay,
    }));
    expect(known).toEqual(deployed);
  });

  it("say that a role is not known, rather than nothing", () => {
    expect(roleWords(99n, t).name).toBe("Role 99");
  });
});
