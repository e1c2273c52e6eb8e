"use client";

import { useQuery } from "@tanstack/react-query";
import { useReadClient } from "./read-client";

const loadPerson = () => import("@/lib/desks/read-person");

/** The person behind what was typed: an account or an identity. `null` for nobody. */
export function usePerson(text: string) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "person", text],
    enabled: text !== "",
    queryFn: async () => {
      const { readPerson, subjectOf } = await loadPerson();
      const subject = subjectOf(text);
      return subject ? readPerson(client, subject) : null;
    },
  });
}
