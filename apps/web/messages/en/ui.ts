export const ui = {
  you: "You",
  usDollars: "{amount} US dollars",
  copy: ", copy {what}",
  copied: "Copied",
  address: "address",
  choose: "Choose",
  close: "Close",
  dismiss: "Dismiss",
  optional: "optional",
  copyThe: "Copy the {what}",
  loading: "Loading",
  again: "Try again",
  maybeOld: "What is shown here may be old.",
  indexMeanwhile:
    "Lists and histories are missing until it does. Balances and everything you can do come from the chain and go on.",
  unreachable: "Something went wrong, and this app cannot reach its own server to say what.",
  reload: "Check the connection and reload the page.",
  chart: {
    summary: "{label}: from {first} on {firstDay} to {last} on {lastDay}",
    figures: "Show the figures",
    day: "Day",
  },
} as const;
