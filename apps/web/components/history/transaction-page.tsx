"use client";
import type { Hash } from "viem";
export function TransactionPage({ hash }: { hash: Hash }) {
  return <p>{hash}</p>;
}
