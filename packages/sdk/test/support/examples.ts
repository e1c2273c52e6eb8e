/**
 * What the examples in the documentation take as given: clients, people, things. `test/examples.test.ts` puts it before
 * each of them and lets the compiler judge.
 */
import type {
  Account,
  Address,
  Chain,
  Hash,
  Hex,
  PublicActions,
  TransactionReceipt,
  Transport,
  WalletClient,
} from "viem";
import type { CredentialJson, PasskeyCreation, PasskeyRequest } from "../../src/identity/signIn.ts";
import type {
  AnyCall,
  AssetRules,
  AssetTerms,
  Attestation,
  BookFigures,
  CreditAttestation,
  CreditFigures,
  CreditTerms,
  IncomeHolding,
  MarketParams,
  MarketTotals,
  Order,
  PoolFigures,
  PositionFigures,
  RateTerms,
  TapVoucher,
  WalletLink,
} from "../../src/index.ts";
import type { BonusPosition, CampaignLeaf, CampaignTree } from "../../src/rewards/campaigns.ts";
import type { SignedReferral, TapBatch, TapSession } from "../../src/rewards/taps.ts";
import type { SubgraphClient } from "../../src/subgraph/index.ts";

type Wallet = WalletClient<Transport, Chain, Account> & PublicActions<Transport, Chain, Account>;

declare global {
  const client: Wallet;
  const walletClient: Wallet;
  const deskClient: Wallet;
  const forceClient: Wallet;
  const pauserClient: Wallet;
  const adminClient: Wallet;
  const guardianClient: Wallet;
  const anchorerClient: Wallet;
  const treasurerClient: Wallet;
  const operatorClient: Wallet;
  const attester: Wallet;
  const newAccount: Wallet;
  const subgraph: SubgraphClient;
  const chain: Chain;
  const chainId: number;
  const url: string;
  const account: Address;
  const owner: Address;
  const issuer: Address;
  const subject: Address;
  const holder: Address;
  const spender: Address;
  const token: Address;
  const from: Address;
  const to: Address;
  const address: Address;
  const registry: Address;
  const exchange: Address;
  const tapRewards: Address;
  const referralRegistry: Address;
  const newcomer: Address;
  const referrer: Address;
  const points: bigint;
  const itemId: bigint;
  const voucher: TapVoucher;
  const tree: CampaignTree;
  const session: TapSession;
  const privateKey: CryptoKey;
  const batch: TapBatch;
  const referral: SignedReferral["referral"];
  const id: Hex;
  const sequence: number;
  const order: Order;
  const ask: Order;
  const bid: Order;
  const askSignature: Hex;
  const bidSignature: Hex;
  const issuerClient: Wallet;
  const successorClient: Wallet;
  const lost: Address;
  const successor: Address;
  const member: Address;
  const target: Address;
  const distributor: Address;
  const paymentId: Hash;
  const campaignId: bigint;
  const cumulative: bigint;
  const leaves: readonly CampaignLeaf[];
  const positions: readonly BonusPosition[];
  const epoch: number;
  const uri: string;
  const recordBlock: bigint;
  const positionId: bigint;
  const position: { start: number; unlock: number } & PositionFigures;
  const pool: PoolFigures;
  const blockNumber: bigint;
  const holdings: readonly IncomeHolding[];
  const expiry: number;
  const total: bigint;
  const shares: bigint;
  const rules: AssetRules;
  const data: Hex;
  const maker: Address;
  const money: Address;
  const assetRegistry: Address;
  const qtiToken: Address;
  const stakingVault: Address;
  const salt: Hex;
  const root: Hex;
  const recipient: Hex;
  const verifier: Hex;
  const fingerprint: Hex;
  const leafHash: Hex;
  const proof: readonly Hex[];
  const signature: Hex;
  const accountSignature: Hex;
  const newAccountSignature: Hex;
  const attesterSignature: Hex;
  const hash: Hash;
  const receipt: TransactionReceipt;
  const assets: bigint;
  const amount: bigint;
  const value: bigint;
  const deadline: bigint;
  const size: bigint;
  const index: bigint;
  const leafIndex: bigint;
  const call: AnyCall;
  const request: Parameters<Wallet["writeContract"]>[0];
  const terms: AssetTerms;
  const attestation: Attestation;
  const link: WalletLink;
  const line: CreditFigures;
  const lineTerms: CreditTerms;
  const start: number;
  const now: number;
  const book: BookFigures;
  const params: MarketParams;
  const market: MarketTotals;
  const rateTerms: RateTerms;
  const rateAtTarget: bigint;
  const rate: bigint;
  const borrowShares: bigint;
  const collateral: bigint;
  const debt: bigint;
  const price: bigint;
  const lltv: bigint;
  const flaggedAt: number;
  const gasCost: bigint;
  const riskClient: Wallet;
  const appraiserClient: Wallet;
  const underwriter: Address;
  const creditAttestation: CreditAttestation;
  const borrower: Address;
  const ticket: bigint;
  const identity: bigint;
  const asset: Address & { metadataURI: string; name: string };
  const credential: CredentialJson;
  function startRegistration(options: { optionsJSON: PasskeyCreation }): Promise<CredentialJson>;
  function startAuthentication(options: { optionsJSON: PasskeyRequest }): Promise<CredentialJson>;
  function show(...words: unknown[]): void;
  function showVerification(): void;
  function refuseToShare(): void;
  function action(): Promise<void>;
}
