import type { Translated } from "../shape";

export const roles: Translated<"roles"> = {
  lead: "Quién puede hacer qué aquí, y qué está a la espera. Lo que tiene peso se anuncia con días de antelación, para que todos puedan verlo y un guardián pueda detenerlo.",
  mayDo: "Lo que usted puede hacer",
  past: {
    title: "Anunciado, ejecutado y cancelado antes",
    empty: "Nunca se ha programado nada",
  },
  waiting: {
    title: "A la espera de su momento",
    empty: "Nada está a la espera",
    emptyText: "Lo programado aparece aquí hasta que se ejecuta o se cancela.",
    states: {
      waiting: "En espera",
      ready: "Lista",
      lapsed: "Caducada",
    },
    by: {
      waiting: "Programada por <account></account>, lista <time></time>",
      ready: "Programada por <account></account>, caduca <time></time>",
      lapsed: "Programada por <account></account>, caducó <time></time>",
    },
    cancel: "Cancelar",
    execute: "Ejecutar",
    onlyCaller: "Solo la cuenta que la programó puede ejecutarla.",
  },
  list: {
    title: "Quién tiene qué rol",
    empty: "El índice todavía no conoce ningún rol",
    unheld: "Roles que nadie tiene",
    atWorst: "En el peor de los casos: {worst}",
    give: "Otorgar<more> el rol {role}</more>",
    take: "Retirar<more> el rol {role} a esta cuenta</more>",
    waits: "espera {length}, desde <time></time>",
    atOnce: "actúa al momento, desde <time></time>",
  },
};
