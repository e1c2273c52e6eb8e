export const roles = {
  lead: "Who may do what here, and what is waiting to happen. What has weight is announced days before, so that everybody can see it and a guardian can stop it.",
  mayDo: "What you may do",
  past: {
    title: "Announced, done and cancelled before",
    empty: "Nothing was ever scheduled",
  },
  waiting: {
    title: "Waiting for its time",
    empty: "Nothing waits",
    emptyText: "What is scheduled shows here until it is done or cancelled.",
    states: {
      waiting: "Waits",
      ready: "Due",
      lapsed: "Lapsed",
    },
    by: {
      waiting: "Scheduled by <account></account>, due <time></time>",
      ready: "Scheduled by <account></account>, lapses <time></time>",
      lapsed: "Scheduled by <account></account>, lapsed <time></time>",
    },
    cancel: "Cancel",
    execute: "Carry it out",
    onlyCaller: "Only the account that scheduled it can carry it out.",
  },
  list: {
    title: "Who holds what",
    empty: "The index knows no roles yet",
    unheld: "Roles that nobody holds",
    atWorst: "At worst: {worst}",
    give: "Give<more> the role {role}</more>",
    take: "Take<more> the role {role} from this account</more>",
    waits: "waits {length}, since <time></time>",
    atOnce: "acts at once, since <time></time>",
  },
} as const;
