/** Role ids of the `AccessManager`, as in contracts/src/shared/Roles.sol. */
export const roles = {
  admin: 0n,
  guardian: 1n,
  pauser: 2n,
  complianceDesk: 3n,
  complianceForce: 4n,
  issuer: 5n,
  appraiser: 6n,
  risk: 7n,
  treasurer: 8n,
  rewardsOperator: 9n,
  underwriter: 10n,
  bridgeOperator: 11n,
  anchorer: 12n,
  issuerDesk: 13n,
} as const;
