/** An address in its short form: enough to recognise it, too little to trust it. */
export function shortAddress(address: string): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}
