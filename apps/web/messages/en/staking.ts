export const staking = {} as const;
