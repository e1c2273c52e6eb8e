import { connect } from "node:tls";
import type { Clock } from "../core/context.ts";
import { groupsOf, postQuantumGroup } from "./groups.ts";

/**
 * What a connection to the api's own public address negotiates. `plain`: the address is not https. `unreachable`: no handshake came
 * about. A proxy in front may take post-quantum key exchange away without a word; this is how one sees it.
 */
export type Transport =
  | { state: "post-quantum" | "classical"; group: string; protocol: string }
  | { state: "plain" | "unreachable"; group: null; protocol: null };

const timeoutMs = 3_000;
/** How long an answer is good: health is public, and must not be a way to make the api call itself all day. */
const freshMs = 60_000;

/** Makes one handshake and says what came of it. Sends nothing, and so does not ask whose certificate it is. */
export function negotiate(origin: string): Promise<Transport> {
  const { protocol, hostname, port } = new URL(origin);
  if (protocol !== "https:") return Promise.resolve({ state: "plain", group: null, protocol: null });
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ""),
      port: Number(port || 443),
      servername: hostname,
      ecdhCurve: groupsOf("prefer"),
      rejectUnauthorized: false,
      timeout: timeoutMs,
    });
    const end = (transport: Transport) => {
      socket.destroy();
      resolve(transport);
    };
    const unreachable = () => end({ state: "unreachable", group: null, protocol: null });
    socket.once("error", unreachable).once("timeout", unreachable).once("close", unreachable);
    socket.once("secureConnect", () => {
      const group = groupOf(socket.getEphemeralKeyInfo());
      const state = group === postQuantumGroup ? "post-quantum" : "classical";
      end({ state, group, protocol: socket.getProtocol() ?? "unknown" });
    });
  });
}

function groupOf(info: object | null): string {
  const name: unknown = info === null ? undefined : Reflect.get(info, "name");
  return typeof name === "string" ? name : "unknown";
}

/** Asks the public address at most once a minute, however many ask for health. */
export class TransportProbe {
  readonly #clock: Clock;
  readonly #origin: () => string;
  #last: { at: number; origin: string; answer: Promise<Transport> } | undefined;

  constructor(clock: Clock, origin: () => string) {
    this.#clock = clock;
    this.#origin = origin;
  }

  read(): Promise<Transport> {
    const at = this.#clock.now().getTime();
    const origin = this.#origin();
    if (this.#last?.origin !== origin || at - this.#last.at >= freshMs)
      this.#last = { at, origin, answer: negotiate(origin) };
    return this.#last.answer;
  }
}
