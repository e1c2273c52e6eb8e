/** What solc says of a contract's storage. */
export interface StorageLayout {
  readonly storage: readonly StorageItem[];
  readonly types: Readonly<Record<string, StorageType>> | null;
}

interface StorageItem {
  readonly label: string;
  readonly offset: number;
  readonly slot: string;
  readonly type: string;
}

interface StorageType {
  readonly label: string;
  readonly numberOfBytes: string;
  readonly members?: readonly StorageItem[];
  readonly value?: string;
  readonly base?: string;
  readonly key?: string;
}

/** Where a contract keeps its state: a line a variable, and the structs that it keeps, by name. */
export interface Layout {
  readonly storage: readonly string[];
  readonly structs: Readonly<Record<string, readonly string[]>>;
}

/** The layout for people: "slot 2 + 20: uint32 _holders" starts at byte 20 of slot 2. Says nothing of lines and ids. */
export function layoutOf({ storage, types }: StorageLayout): Layout {
  const structs = new Map<string, readonly string[]>();
  const known = types ?? {};
  const line = ({ label, offset, slot, type }: StorageItem) => {
    visit(type);
    return `slot ${slot} + ${offset}: ${known[type]?.label ?? type} ${label}`;
  };
  const visit = (name: string) => {
    const type = known[name];
    if (type === undefined) return;
    for (const part of [type.key, type.value, type.base]) if (part !== undefined) visit(part);
    if (type.members === undefined || structs.has(type.label)) return;
    structs.set(type.label, []);
    structs.set(type.label, type.members.map(line));
  };
  return {
    storage: storage.map(line),
    structs: Object.fromEntries([...structs].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
