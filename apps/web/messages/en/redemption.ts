export const redemption = {} as const;
