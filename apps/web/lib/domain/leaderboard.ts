/** Letters and digits with single spaces, dots, dashes or underscores between them; the service has the same rule. */
const pattern = /^[\p{Script=Latin}\d]+(?:[ ._-][\p{Script=Latin}\d]+)*$/u;

/** Whether the leaderboard takes a name: 3 to 20 characters, at least one letter, nothing like an address. */
export function isLeaderboardName(text: string): boolean {
  const name = text.trim().normalize("NFC");
  return (
    name.length >= 3 && name.length <= 20 && pattern.test(name) && /\p{L}/u.test(name) && !/^0x/i.test(name)
  );
}
