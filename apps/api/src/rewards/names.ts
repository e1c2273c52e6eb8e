/** Words that would make somebody look like the service itself. */
const reserved = ["admin", "official", "support", "moderator", "qti", "staff", "team", "system"];

/** Characters that people take for one another, in one form. */
const lookalikes: Record<string, string> = {
  "0": "o",
  "1": "l",
  i: "l",
  "5": "s",
  "3": "e",
  "4": "a",
  "7": "t",
};

/** What makes two names the same: no accents, one case, nothing between words, and one form of what looks alike. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/[013457i]/g, (character) => lookalikes[character] ?? character);
}

const reservedKeys = reserved.map(nameKey);

/** Whether the name stands for the service, or for what speaks for it. */
export function isReserved(name: string): boolean {
  const key = nameKey(name);
  return reservedKeys.some((word) => key.startsWith(word) || key.endsWith(word));
}
