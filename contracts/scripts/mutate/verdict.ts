/** What became of a mutant. */
export type Verdict =
  /** A test failed, or did not end. */
  | { readonly kind: "killed"; readonly by: string; readonly unit?: string }
  /** Every test passed. */
  | { readonly kind: "survived" }
  /** Optimised, every contract has the code that it has without the change. */
  | { readonly kind: "equivalent" }
  /** It does not compile, so nobody could have written it. */
  | { readonly kind: "stillborn" };
