import type { ErrorSentences } from "@/lib/errors/sentences";

export const errors: ErrorSentences = {
  UserRejectedError: [
    "Die Anfrage wurde in der Wallet abgelehnt.",
    "Nichts wurde gesendet. Fragen Sie erneut, wenn Sie so weit sind.",
  ],
  ChainNotAddedError: [
    "Die Wallet kennt dieses Netzwerk nicht.",
    "Fügen Sie das Netzwerk der Wallet hinzu und versuchen Sie es noch einmal.",
  ],
  WrongChainError: [
    "Die Wallet ist in einem anderen Netzwerk.",
    "Wechseln Sie das Netzwerk in der Wallet und versuchen Sie es noch einmal.",
  ],
  ExchangePausedError: [
    "Der Handel ist ausgesetzt bis {until, time}; das Abbrechen von Aufträgen nicht.",
    "Versuchen Sie es danach noch einmal.",
  ],
};
