/**
 * Every way in which this service says no. One table, so that the documentation page, the OpenAPI document and the answers
 * cannot drift apart.
 */
export const problems = {
  "malformed-request": {
    status: 400,
    title: "The request cannot be read",
    next: "Send a well-formed HTTP request; JSON bodies are UTF-8.",
  },
  "invalid-input": {
    status: 422,
    title: "A field has a value that is not accepted",
    next: "Correct the fields listed in `errors` and send it again.",
  },
  "sign-in-required": {
    status: 401,
    title: "This needs a signed-in account",
    next: "Sign in: GET /v1/session/nonce, sign the message with your wallet, POST /v1/session.",
  },
  "sign-in-refused": {
    status: 401,
    title: "The sign-in message was not accepted",
    next: "Ask for a new nonce, sign a new message and try again.",
  },
  "origin-refused": {
    status: 403,
    title: "Writes are accepted from the web app only",
    next: "Send the request from the app; a program sends the app's origin in the Origin header.",
  },
  "step-up-needed": {
    status: 403,
    title: "This needs a second factor, given within the last minutes",
    next: "Give one of `factors` (POST /v1/session/passkey, /v1/session/totp or /v1/session/recovery-code), then send this again. Where there is none, add a passkey or an authenticator app first.",
  },
  "factor-refused": {
    status: 403,
    title: "The second factor was not accepted",
    next: "Try again with a new code, or with a passkey of this account. Each code works once.",
  },
  "role-required": {
    status: 403,
    title: "This account does not hold the role that this needs",
    next: "Use an account that holds the role in `role` on the chain, or have it granted.",
  },
  "not-found": {
    status: 404,
    title: "There is nothing here for you",
    next: "Check the address. What you may not see looks exactly like what does not exist.",
  },
  "factors-disabled": {
    status: 404,
    title: "This service keeps no second factors",
    next: "Go on with the wallet alone; whoever runs the service turns second factors on.",
  },
  "attester-disabled": {
    status: 404,
    title: "This service runs no attester",
    next: "Have the account attested by an attester of the network; the demo attester exists in demos only.",
  },
  "exchange-disabled": {
    status: 404,
    title: "This service keeps no order book",
    next: "Ask a service that does; orders can also be filled on the chain by whoever has them.",
  },
  "campaigns-disabled": {
    status: 404,
    title: "This service publishes no campaigns",
    next: "Ask a service that does; who knows the leaves of a root can claim on the chain without any.",
  },
  "taps-disabled": {
    status: 404,
    title: "This service counts no taps",
    next: "Ask a service that does; vouchers that were signed can be claimed on the chain without any.",
  },
  "store-disabled": {
    status: 404,
    title: "This service delivers nothing of the store",
    next: "Ask a service that does; what was bought stands on the chain.",
  },
  "credit-disabled": {
    status: 404,
    title: "This service takes no applications for credit lines",
    next: "Ask a service that does, or somebody who owns first loss to vouch.",
  },
  "log-disabled": {
    status: 404,
    title: "This service signs no log of records",
    next: "Ask a service that does; what is written is in the log all the same.",
  },
  "method-not-allowed": {
    status: 405,
    title: "This address does not know that method",
    next: "Use one of the methods in the Allow header.",
  },
  "request-timeout": {
    status: 408,
    title: "The request took too long to arrive",
    next: "Send it again over a faster connection.",
  },
  "record-conflict": {
    status: 409,
    title: "The record has moved on",
    next: "Read the record again, bring both versions together and write the result. Nothing was changed.",
  },
  "record-deleted": {
    status: 409,
    title: "A record with this id was deleted",
    next: "Choose a new random id; an id is never used twice.",
  },
  "key-conflict": {
    status: 409,
    title: "These keys belong to another account",
    next: "Make keys of your own; one pair of keys stands for one account.",
  },
  "factor-exists": {
    status: 409,
    title: "The account has an authenticator app already",
    next: "Remove that one first, then begin again.",
  },
  "identity-conflict": {
    status: 409,
    title: "This person already has another identity or account",
    next: "Sign in with the account that was attested first, and link the new wallet to it.",
  },
  "wallet-link-refused": {
    status: 409,
    title: "This wallet cannot be linked",
    next: "Sign in with a verified account, and link an account that was never attested. `reason` says what is in the way.",
  },
  "order-epoch": {
    status: 409,
    title: "The order was signed for another epoch of its maker",
    next: "Read the maker's epoch from the exchange and sign the order for that one. Raising the epoch ended all orders signed before.",
  },
  "order-cancelled": {
    status: 409,
    title: "The order was cancelled on the chain",
    next: "Sign a new order with another salt; a cancelled one never comes back.",
  },
  "order-filled": {
    status: 409,
    title: "The order was filled already",
    next: "Sign a new order with another salt.",
  },
  "order-quota": {
    status: 409,
    title: "The maker has as many orders in the book as it may have",
    next: "Cancel orders on the chain or wait until some end; the limit stands in `limit`.",
  },
  "tap-session-replayed": {
    status: 409,
    title: "This authorisation is not newer than the last one",
    next: "Sign a new one with the current time; a session that ended does not come back.",
  },
  "tap-session-ended": {
    status: 409,
    title: "The session takes no taps any more",
    next: "Sign a new session. `reason` says whether it expired, was replaced by a newer one, or was never known. The batch was not counted.",
  },
  "tap-sequence": {
    status: 409,
    title: "The batch is not the next one of its session",
    next: "Number it as `expected` says and sign it again. It was not counted.",
  },
  "tap-batch-forgotten": {
    status: 410,
    title: "The batch was counted, and its answer is not kept any more",
    next: "Do not send its taps again: they count already. Ask where the account stands.",
  },
  "tap-no-identity": {
    status: 409,
    title: "The account has no identity in good standing",
    next: "Have it attested; what it earned waits until then.",
  },
  "tap-nothing-to-claim": {
    status: 409,
    title: "All that was earned was claimed already",
    next: "Tap on and come back.",
  },
  "tap-other-account": {
    status: 409,
    title: "The points of this person go to another account",
    next: "Sign a new session with this account first: points go to the account that signed last.",
  },
  "credit-unknown-person": {
    status: 409,
    title: "The account belongs to nobody who was attested",
    next: "Have the account attested first, or name another account of the person.",
  },
  "name-taken": {
    status: 409,
    title: "Somebody has this name, or one that looks like it",
    next: "Choose another name.",
  },
  "too-large": {
    status: 413,
    title: "The body is larger than this address accepts",
    next: "Send less; the limit stands in `limit`, in bytes.",
  },
  "quota-exceeded": {
    status: 413,
    title: "The account's storage is full",
    next: "Delete records that are no longer needed, then try again. Nothing was stored.",
  },
  "unsupported-media-type": {
    status: 415,
    title: "The body is of a kind that this address does not read",
    next: "Send application/json; blobs are sent as application/octet-stream.",
  },
  "range-not-satisfiable": {
    status: 416,
    title: "The range lies outside of the blob",
    next: "Ask for one range that starts inside; the size stands in Content-Range.",
  },
  "header-refused": {
    status: 422,
    title: "The record's header is not purely post-quantum",
    next: "Seal the record for age1pq recipients only; every stanza must be mlkem768x25519.",
  },
  "tree-refused": {
    status: 422,
    title: "The leaves do not give this root",
    next: "Build the tree by the rule qti:campaign/v1 for this chain, distributor and campaign. What the leaves give stands in `root`.",
  },
  "hash-mismatch": {
    status: 422,
    title: "The bytes do not have the hash that was announced",
    next: "Send the blob again; it was damaged on its way or the hash is wrong. Nothing was stored.",
  },
  "order-invalid": {
    status: 422,
    title: "The exchange would refuse this order whatever happened",
    next: "Make it anew: amounts above zero, a duration, an interval not shorter than the duration, a count that fits.",
  },
  "order-signature": {
    status: 422,
    title: "The signature is not that of the order's maker",
    next: "Sign the order with the maker's account for this chain and this exchange; a smart account must be deployed and accept it.",
  },
  "order-expired": {
    status: 422,
    title: "The last window of the order is over",
    next: "Sign a new order with a later end.",
  },
  "order-asset": {
    status: 422,
    title: "The asset is none that the asset registry knows",
    next: "Use the address of an asset's token as the registry lists it.",
  },
  "order-money": {
    status: 422,
    title: "The exchange does not take this token as money",
    next: "Use a token that the exchange lists.",
  },
  "order-balance": {
    status: 422,
    title: "The maker does not have what the order sells",
    next: "Offer at most what the account holds; frozen shares do not count. `has` and `needed` are in units of the token.",
  },
  "order-allowance": {
    status: 422,
    title: "The exchange may not move what the order sells",
    next: "Approve the exchange in `spender` for at least `needed` units of the token, then send the order again.",
  },
  "order-compliance": {
    status: 422,
    title: "The asset does not let this maker trade it now",
    next: "The rule stands in `refusal`. Have the account verified, or wait until the asset's rules allow it.",
  },
  "tap-session-clock": {
    status: 422,
    title: "The session's times are not those of the service",
    next: "Take issuedAt from the service's clock, which stands in `now` in Unix seconds, and let it live for `lifeSeconds` at most.",
  },
  "tap-session-key": {
    status: 422,
    title: "The session's key is no point of P-256",
    next: "Make a P-256 key pair and send its public key uncompressed.",
  },
  "tap-session-signature": {
    status: 422,
    title: "The signature is not that of the session's account",
    next: "Sign the session with that account for this chain and this contract; a smart account must be deployed and accept it.",
  },
  "tap-batch-signature": {
    status: 422,
    title: "The signature is not that of the session's key",
    next: "Sign the batch with the key that the wallet authorised. It was not counted.",
  },
  "relay-refused": {
    status: 422,
    title: "The chain would refuse this",
    next: "The contract's reason stands in `reason`. Nothing was sent.",
  },
  "precondition-required": {
    status: 428,
    title: "A write says what it expects to find",
    next: "Send If-None-Match: * for a new record, or If-Match with the record's ETag.",
  },
  "rate-limited": {
    status: 429,
    title: "Too many requests",
    next: "Wait for the seconds in Retry-After, then go on.",
  },
  "factor-delayed": {
    status: 429,
    title: "Too many codes were wrong",
    next: "Wait for the seconds in Retry-After; `retryAt` says until when no code is looked at. Other factors work meanwhile.",
  },
  "upload-quota": {
    status: 429,
    title: "The account has uploaded as much as it may within a day",
    next: "Go on tomorrow; the limit stands in `limit`. Nothing was stored.",
  },
  "relay-quota": {
    status: 429,
    title: "No more is relayed for the moment",
    next: "Send it yourself, or try again tomorrow; one person has `limit` a day.",
  },
  "application-quota": {
    status: 429,
    title: "The person applied as often as it may within a day",
    next: "Apply again tomorrow; the limit stands in `limit`. An attestation that was signed stays good.",
  },
  "header-fields-too-large": {
    status: 431,
    title: "The request's header fields are too large",
    next: "Send fewer or shorter header fields.",
  },
  internal: {
    status: 500,
    title: "Something went wrong on our side",
    next: "Try again; if it stays, report the requestId. What was stored before is safe.",
  },
  "chain-unreachable": {
    status: 503,
    title: "The chain does not answer",
    next: "Try again in a moment. Nothing was changed.",
  },
  "index-unreachable": {
    status: 503,
    title: "The index of the chain does not answer, or is behind",
    next: "Try again in a moment. Nothing was changed.",
  },
  "database-unavailable": {
    status: 503,
    title: "The database does not answer",
    next: "Try again in a moment. Nothing was half-written.",
  },
  "blob-unavailable": {
    status: 503,
    title: "No region can deliver this ciphertext intact at the moment",
    next: "Try again later. A damaged copy is never delivered.",
  },
  "storage-unavailable": {
    status: 503,
    title: "Too few regions answer to keep this safely",
    next: "Try again later. Nothing was stored, and what the other regions have can still be read.",
  },
  "relayer-disabled": {
    status: 503,
    title: "This service relays no transactions",
    next: "Send the transaction from your own account; what was signed stays good.",
  },
  "too-many-streams": {
    status: 503,
    title: "Too many streams are open",
    next: "Close streams that nobody reads, or try again after the seconds in Retry-After; the lists can be read meanwhile.",
  },
  "storage-full": {
    status: 507,
    title: "The service has no room left to store this",
    next: "Try again later. Nothing was stored, and everything stored before can still be read.",
  },
} as const satisfies Record<string, { status: number; title: string; next: string }>;

export type ProblemCode = keyof typeof problems;

/** One field that was not accepted, as a JSON Pointer-like path with dots. */
export type FieldError = { field: string; message: string };

/** RFC 9457 problem details as this service writes them. */
export type ProblemBody = {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
  next: string;
  requestId?: string;
  errors?: FieldError[];
  [extension: string]: unknown;
};

export type ProblemOptions = {
  /** What is particular about this occurrence. Shown to the person: no internals, no foreign data. */
  detail?: string;
  errors?: FieldError[];
  /** Further members of the problem object. */
  extensions?: Record<string, string | number | null | readonly string[]>;
  headers?: Record<string, string>;
  cause?: unknown;
};

/** A refusal that reaches the caller as problem details. Everything else that is thrown becomes `internal`. */
export class ProblemError extends Error {
  override name = "ProblemError";
  readonly code: ProblemCode;
  readonly options: ProblemOptions;

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(
      `${problems[code].title}${options.detail === undefined ? "" : `: ${options.detail}`}`,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.code = code;
    this.options = options;
  }

  get status(): number {
    return problems[this.code].status;
  }
}

/** Where a problem type is explained. Relative, so that it holds behind every host name. */
export function problemType(code: ProblemCode): string {
  return `/problems/${code}`;
}

export function problemBody(error: ProblemError, requestId?: string): ProblemBody {
  const { title, status, next } = problems[error.code];
  const { detail, errors, extensions } = error.options;
  return {
    ...extensions,
    type: problemType(error.code),
    title,
    status,
    code: error.code,
    ...(detail === undefined ? {} : { detail }),
    next,
    ...(requestId === undefined ? {} : { requestId }),
    ...(errors === undefined ? {} : { errors }),
  };
}

export function problemResponse(error: ProblemError, requestId?: string): Response {
  return new Response(JSON.stringify(problemBody(error, requestId)), {
    status: error.status,
    headers: { ...error.options.headers, "content-type": "application/problem+json" },
  });
}
