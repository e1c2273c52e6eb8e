/** ML-KEM-768 with X25519: what both sides agree on unless something between them cannot. */
export const postQuantumGroup = "X25519MLKEM768";

/** Groups of TLS 1.3 for whoever may fall back, the strongest first. */
const everyGroup = [postQuantumGroup, "X25519", "P-256", "P-384"];

/** In OpenSSL's form. `require` leaves nothing to fall back to, so a client without it ends in a handshake failure. */
export function groupsOf(postQuantum: "prefer" | "require"): string {
  return postQuantum === "require" ? postQuantumGroup : everyGroup.join(":");
}
