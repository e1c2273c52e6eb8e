export const income = {} as const;
