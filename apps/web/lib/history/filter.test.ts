import { describe, expect, it } from "vitest";
import { historyQuery, readFilter, writeFilter } from "./filter";

const ada = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
const asset = "0x71bE63f3384f5fb98995898A86B02Fb2426c5788";
const read = (text: string) => readFilter(new URLSearchParams(text));

describe("a filter in the address of the page", () => {
  it("says again what it was read from", () => {
    const text = `domain=ASSETS&kind=SHARES_TRANSFERRED&account=${ada}&asset=${asset}&from=2026-10-01&until=2026-10-31`;
    expect(writeFilter(read(text))).toBe(text);
    expect(writeFilter(read("account=mine"))).toBe("account=mine");
    expect(writeFilter(read(""))).toBe("");
  });

  it("takes addresses in small letters", () => {
    expect(read(`account=${ada.toLowerCase()}`)).toEqual({ account: ada });
  });

  it.each([
    "domain=NOTHING",
    "kind=DROP_TABLE",
    "account=0x12",
    "account=",
    "asset=mine",
    "from=yesterday",
    "until=2026-13-40",
  ])("leaves out what makes no sense: %s", (text) => {
    expect(read(text)).toEqual({});
  });

  it("leaves out a kind that the domain does not have", () => {
    expect(read("domain=STAKING&kind=SHARES_TRANSFERRED")).toEqual({ domain: "STAKING" });
  });
});

describe("what the index is asked for", () => {
  it("is everything when nothing is said", () => {
    expect(historyQuery({}, ada)).toEqual({});
  });

  it("is what concerns the connected account, and nothing while there is none", () => {
    expect(historyQuery({ account: "mine" }, ada)).toEqual({ account: ada });
    expect(historyQuery({ account: "mine" }, undefined)).toBeUndefined();
  });

  it("holds the last day in full", () => {
    const query = historyQuery({ from: "2026-10-01", until: "2026-10-01" }, undefined);
    expect(query?.from).toBe(new Date(2026, 9, 1).getTime() / 1000);
    expect(query?.until).toBe(new Date(2026, 9, 2).getTime() / 1000);
  });
});
