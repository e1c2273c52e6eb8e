import { readFileSync } from "node:fs";
import { refusals } from "@qti/sdk";
import * as abis from "@qti/sdk/abis";
import * as errors from "@qti/sdk/errors";
import {
  AttachmentTooLargeError,
  ClassicalRecipientError,
  KeySlotError,
  keySlotReasons,
  RecordInputError,
  RecordMismatchError,
  RecordTamperedError,
  RecordTooLargeError,
  RecoveryCodeError,
  recoveryCodeReasons,
  SpaceUnreadableError,
  SuiteUnknownError,
  tamperedParts,
  tooLargeParts,
} from "@qti/sdk/records";
import { type Abi, encodeErrorResult, stringToHex } from "viem";
import { describe, expect, it } from "vitest";
import { OperationWaitsError } from "@/lib/desks/operation-flow";
import { translatorFor } from "@/lib/i18n/testing";
import { RecordRolledBackError } from "@/lib/records/errors";
import { ServiceRefusedError } from "@/lib/session/api";
import { errors as de } from "@/messages/de/errors";
import { errors as es } from "@/messages/es/errors";
import { errorClasses } from "./classes";
import { toErrorText } from "./error-text";

/** Classes that are thrown as one of their subclasses only. */
const abstract = ["ProofError", "QtiError", "RevertError", "SubgraphError", "WalletError"];

/** The names that are no class: an explanation that could not be loaded has none. */
const withoutClass = ["UnexplainedError"];

const names = errorClasses().filter((name) => !abstract.includes(name));

/** Every kind of problem of the service, from its table. */
const problems = [
  ...readFileSync(new URL("../../../api/src/core/problem.ts", import.meta.url), "utf8").matchAll(
    /^ {2}"?([a-z-]+)"?: \{\n {4}status: (\d+)/gm,
  ),
].map(([, code = "", status]) => ({ code, status: Number(status) }));

type ErrorItem = Extract<Abi[number], { type: "error" }>;

/** What the contracts can say, by signature. */
const reverts = new Map(
  Object.values(abis)
    .flat()
    .flatMap((item) => (item.type === "error" ? [item as ErrorItem] : []))
    .map((item) => [`${item.name}(${item.inputs.map(({ type }) => type).join(",")})`, item]),
);

/** A value for each type that occurs in an error of a contract. */
function sample(type: string): unknown {
  if (type === "address") return `0x${"5".repeat(40)}`;
  if (type === "bool") return true;
  if (type === "string") return "text";
  if (type.startsWith("bytes")) return `0x${"6b".repeat(Number(type.slice(5)))}`;
  const bits = Number(/\d+$/.exec(type)?.[0]);
  if (bits <= 16) return 2;
  return bits <= 48 ? 1_800_000_000 : 1_800_000_000n;
}

function revertOf(item: ErrorItem): errors.QtiError {
  const args = item.inputs.map(({ type }) => sample(type));
  return errors.decodeError({ data: encodeErrorResult({ abi: [item] as Abi, errorName: item.name, args }) });
}

const hash = `0x${"1".repeat(64)}` as const;
const reason = "a reason";

/** One error of each class that no contract throws and whose sentences have fields, and one of each of its kinds. */
const samples: readonly errors.QtiError[] = [
  new errors.AddressUnknownError("exchange", 31_337),
  new errors.AddressUnknownError("exchange", undefined),
  new errors.EventMissingError("Staked"),
  new errors.PermitSignatureError(66),
  new errors.UnknownRevertError("0x", "no luck today"),
  new errors.UnknownRevertError("0x", 17n),
  new errors.UnknownRevertError("0x"),
  new errors.MetadataInvalidError({ field: "links" }),
  new errors.MetadataInvalidError({ size: 9_000, limit: 8_192 }),
  new errors.IncomeTreeError("twice", `0x${"5".repeat(40)}`),
  new errors.IncomeTreeError("nobody"),
  new errors.IncomeTreeError("tooLittle"),
  new errors.CampaignTreeError("nobody"),
  new errors.CampaignTreeError("twice", `0x${"5".repeat(40)}`),
  new errors.CampaignTreeError("nothing", `0x${"5".repeat(40)}`),
  ...(["columns", "account", "amount", "twice"] as const).map((kind) => new errors.CampaignCsvError(7, kind)),
  new errors.CampaignCsvError(0, "empty"),
  ...(["id", "account", "amount", "order"] as const).map((kind) => new errors.CampaignQueryError(kind, 7)),
  ...(["block", "long", "rows", "cut", "many", "nobody"] as const).map(
    (kind) => new errors.CampaignQueryError(kind),
  ),
  new errors.SubgraphBehindError(12n, 11n),
  new errors.SubgraphBehindError(12n, undefined),
  new errors.TransactionTypeUnknownError("0x7e"),
  new errors.KeyHistoryTooLongError({ account: `0x${"5".repeat(40)}`, count: 1_000n, most: 256 }),
  new errors.LogNotFoundError(3, hash),
  ...(["receipt", "document", "record"] as const).map((of) => new errors.ProofMalformedError(of, reason)),
  ...(["header", "transactions", "receipts"] as const).map(
    (part) => new errors.BlockNotReproducibleError(part, hash),
  ),
  ...(
    ["price", "tooFewShares", "endPrice", "tooManyShares", "start", "duration", "interval", "count"] as const
  ).map((kind) => new errors.OrderTermsError(kind)),
  ...(["dropped", "timedOut"] as const).map(
    (status) => new errors.TransactionFailedError({ status, hash, error: undefined }),
  ),
  ...refusals.flatMap((refusal) => (refusal === "none" ? [] : [new errors.TransferRefusedError(refusal)])),
  ...(["recipient", "header"] as const).map(
    (place) => new ClassicalRecipientError({ kind: "X25519", place }),
  ),
  ...keySlotReasons.map((kind) => new KeySlotError({ reason: kind })),
  ...recoveryCodeReasons.map((kind) => new RecoveryCodeError({ reason: kind })),
  ...tamperedParts.map((part) => new RecordTamperedError({ part, reason })),
  ...tooLargeParts.map((part) => new RecordTooLargeError({ part, size: 2_000, limit: 1_000 })),
  new RecordMismatchError({ field: "version", expected: "2", actual: "1" }),
  new RecordInputError({ field: "space", reason }),
  new SuiteUnknownError({ suite: "qti/record/v9" }),
  new SpaceUnreadableError({ space: "profile" }),
  new AttachmentTooLargeError({ size: 2_000, limit: 1_000 }),
  new OperationWaitsError(1_800_000_000, translatorFor("en")),
  new RecordRolledBackError({ version: 1, seen: 2 }),
  new RecordRolledBackError({ version: 2, seen: 1 }),
];

describe.each([
  ["de", de],
  ["es", es],
] as const)("the errors in %s", (language, table) => {
  const t = translatorFor(language);

  it("are of every class of the SDK and of this app, and of no other", () => {
    const classes = Object.keys(table).filter((name) => !name.includes("."));
    expect(classes.sort()).toEqual([...names, ...withoutClass].sort());
  });

  it("have for their kinds a class that they are kinds of", () => {
    const kinds = Object.keys(table).filter((name) => name.includes("."));
    expect(kinds.filter((name) => !(name.slice(0, name.indexOf(".")) in table))).toEqual([]);
  });

  it("are whole sentences, without a raised voice", () => {
    for (const [name, pairs] of Object.entries(table))
      for (const text of pairs.flat()) {
        expect(text, name).toMatch(/^\p{Lu}.*\.$/u);
        expect(text, name).not.toMatch(/[!¡]/);
      }
  });

  it.each([...reverts])("say %s with what the contract said", async (_, item) => {
    const error = revertOf(item);
    const { sentence, next } = await toErrorText(error, t);
    expect(sentence).not.toBe(error.shortMessage);
    expect(`${sentence} ${next}`).not.toMatch(/[{}]|undefined|NaN|Invalid/);
  });

  it.each(samples.map((error) => [error.name, error.shortMessage, error] as const))(
    "say %s: %s",
    async (_, english, error) => {
      const { sentence, next } = await toErrorText(error, t);
      expect(sentence).not.toBe(english);
      expect(next).not.toBe(error.next);
      expect(`${sentence} ${next}`).not.toMatch(/[{}]|undefined|NaN|Invalid/);
    },
  );

  it("have their fields tried, in a sample or as what a contract says", () => {
    const tried = new Set([...[...reverts.values()].map(revertOf), ...samples].map(({ name }) => name));
    const filled = Object.entries(table).filter(([, pairs]) =>
      pairs.flat().some((text) => text.includes("{")),
    );
    expect(filled.map(([name]) => name.replace(/\..*/, "")).filter((name) => !tried.has(name))).toEqual([]);
  });

  it("tell kinds of one class apart", async () => {
    const texts = await Promise.all(samples.map((error) => toErrorText(error, t)));
    const sentences = texts.map(({ sentence }) => sentence);
    expect(sentences.filter((sentence, at) => sentences.indexOf(sentence) !== at)).toEqual([]);
  });

  it.each(problems)("say the service's problem $code", async ({ code, status }) => {
    expect(table).toHaveProperty([`ApiProblemError.${code}`]);
    const problem = { type: "about:blank", title: "A title", code, status };
    const { sentence } = await toErrorText(new errors.ApiProblemError({ problem }), t);
    const refused = await toErrorText(new ServiceRefusedError({ title: "A title", code }), t);
    expect(sentence).not.toBe("A title.");
    expect(refused.sentence).toBe(sentence);
  });

  it("say what to do about a problem of a kind that is not known here", async () => {
    const problem = { type: "about:blank", title: "A title", code: "later-than-this", status: 401 };
    const { next } = await toErrorText(new errors.ApiProblemError({ problem }), t);
    expect(next).toBe(table["ApiProblemError.401"]?.[1]);
  });
});

describe("the service's problems", () => {
  it("are found in its table", () => {
    expect(problems.length).toBeGreaterThan(40);
  });
});

describe("toErrorText", () => {
  const paused = new errors.ExchangePausedError({ until: 1_800_000_000 });

  it("says what the SDK says in English", async () => {
    const expected = { sentence: paused.shortMessage, next: paused.next, code: paused.code };
    expect(await toErrorText(paused, translatorFor("en"))).toMatchObject(expected);
  });

  it("writes the error's own fields into the sentence of another language", async () => {
    const { sentence, code } = await toErrorText(paused, translatorFor("de"));
    expect(sentence).toMatch(/^Der Handel ist angehalten bis 15\. Januar 2027 um .*; das Abbrechen/);
    expect(code).toBe(paused.code);
  });

  it("translates what a wallet refused", async () => {
    const { sentence, isRejection } = await toErrorText({ code: 4001 }, translatorFor("es"));
    expect(sentence).toBe("La solicitud se rechazó en la billetera.");
    expect(isRejection).toBe(true);
  });

  it("keeps the SDK's sentence where a field is missing", async () => {
    const odd = new errors.ExchangePausedError({ until: 1_800_000_000 });
    Object.defineProperty(odd, "args", { value: {} });
    expect((await toErrorText(odd, translatorFor("de"))).sentence).toBe(odd.shortMessage);
  });

  it("says of a transaction that was refused what the contract said", async () => {
    const reverted = { status: "reverted", hash, receipt: {}, repriced: false, error: paused } as unknown;
    const failed = new errors.TransactionFailedError(
      reverted as ConstructorParameters<typeof errors.TransactionFailedError>[0],
    );
    const t = translatorFor("de");
    expect((await toErrorText(failed, t)).sentence).toBe((await toErrorText(paused, t)).sentence);
  });

  it("names a limit of the terms, the state of an asset and the end of an order", async () => {
    const t = translatorFor("de");
    const field = stringToHex("symbol", { size: 32 });
    const asset = `0x${"5".repeat(40)}` as const;
    const said = await Promise.all(
      [
        new errors.AssetInvalidTermsError({ field }),
        new errors.AssetWrongStateError({ asset, state: 3 }),
        new errors.ExchangeOrderNotOpenError({ orderHash: hash, opensAt: 0n }),
      ].map((error) => toErrorText(error, t)),
    );
    expect(said.map(({ sentence }) => sentence)).toEqual([
      "Die Bedingungen passen nicht: Das Kürzel hat 1 bis 12 Bytes.",
      "Dieser Vermögenswert ist fällig, was dies nicht erlaubt.",
      "Das letzte Fenster dieses Auftrags ist vorbei.",
    ]);
  });

  it("writes a time that no date can say as its figure", async () => {
    const error = new errors.ERC2612ExpiredSignatureError({ deadline: 2n ** 256n - 1n });
    expect((await toErrorText(error, translatorFor("es"))).sentence).toMatch(/hasta el 1157\d+\.$/);
  });
});
