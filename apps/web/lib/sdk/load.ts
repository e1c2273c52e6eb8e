/** Loads the reads of the SDK; once, as modules are. */
export const loadActions = () => import("./actions");
