/**
 * Padmé: rounds a length up so that its binary form has few significant bits. At most 12 % is added, and of a length only
 * O(log log length) bits remain visible. Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication
 * with PURBs", PoPETs 2019.
 */
export function padme(length: number): number {
  if (length < 2) return length;
  const exponent = floorLog2(length);
  const significant = floorLog2(exponent) + 1;
  // Arithmetic, not bit operations: a length may be above 2^31.
  const step = 2 ** Math.max(0, exponent - significant);
  return Math.ceil(length / step) * step;
}

function floorLog2(value: number): number {
  let exponent = 0;
  for (let rest = value; rest >= 2; rest = Math.floor(rest / 2)) exponent++;
  return exponent;
}
