import { locateState } from "./compileUnits.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { isContract, readProject } from "./project.ts";

/** The layouts of all contracts of `src` that keep state, by file and name. */
export async function readLayouts(): Promise<Record<string, Layout>> {
  const project = await readProject();
  const units = project.units.filter(isContract);
  const { contracts = {} } = locateState(project, units);
  const found = units.flatMap((unit) =>
    Object.entries(contracts[unit.name] ?? {}).flatMap(([name, { storageLayout }]) => {
      const layout = storageLayout && layoutOf(storageLayout);
      const isStateful = layout !== undefined && layout.storage.length > 0;
      return isStateful ? [[`${unit.path.replace("src/", "")}:${name}`, layout] as const] : [];
    }),
  );
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}
