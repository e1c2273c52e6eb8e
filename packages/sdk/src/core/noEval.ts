import * as z from "zod";

// zod compiles schemas with `new Function` where it may. Under the app's content security policy even asking whether it may is a
// violation, and zod asks when the first schema is made: so this is the first import of the module that makes it. Servers have
// no such policy and keep the faster way.
if (globalThis.process?.versions?.node === undefined) z.config({ jitless: true });
