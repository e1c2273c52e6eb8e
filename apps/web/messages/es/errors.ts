import type { ErrorSentences } from "@/lib/errors/sentences";

export const errors: ErrorSentences = {
  UserRejectedError: [
    "La solicitud se rechazó en la billetera.",
    "No se envió nada. Vuelva a pedirlo cuando quiera.",
  ],
  ChainNotAddedError: [
    "La billetera no conoce esta red.",
    "Añada la red a la billetera y vuelva a intentarlo.",
  ],
  WrongChainError: ["La billetera está en otra red.", "Cambie de red en la billetera y vuelva a intentarlo."],
  ExchangePausedError: [
    "La negociación está en pausa hasta {until, time}; cancelar órdenes, no.",
    "Vuelva a intentarlo después.",
  ],
};
