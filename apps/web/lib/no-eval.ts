import * as z from "zod/mini";

// zod compiles schemas with `new Function` where it may; under the content security policy even asking is a violation.
// Imported before anything that makes a schema.
z.config({ jitless: true });
