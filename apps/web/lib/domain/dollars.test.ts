import { describe, expect, it } from "vitest";
import { translatorFor } from "@/lib/i18n/testing";
import { dollarWords, payWords } from "./dollars";

const t = translatorFor("en");

describe("dollars", () => {
  it("are cut to cents where somebody has them", () => {
    expect(dollarWords(1_250_509_999n, t)).toBe("$1,250.50");
    expect(dollarWords(0n, t)).toBe("$0.00");
  });

  it("are rounded up where somebody has to pay them, so that what is read is enough", () => {
    expect(payWords(1_250_500_001n, t)).toBe("$1,250.51");
    expect(payWords(1_250_500_000n, t)).toBe("$1,250.50");
  });
});
