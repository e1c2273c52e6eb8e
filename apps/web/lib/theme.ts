/** What a person chose: one of the two, or whatever their system says. */
export const themeChoices = ["system", "light", "dark"] as const;
/** A choice of {@link themeChoices}. */
export type ThemeChoice = (typeof themeChoices)[number];

export const themeStorageKey = "qti.theme";

/** Whether a stored text is a theme this app knows. */
export function isThemeChoice(value: unknown): value is ThemeChoice {
  return themeChoices.some((choice) => choice === value);
}
