import * as fc from "fast-check";
import { z } from "zod";

/** As much of JSON Schema as the document uses. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  format?: string;
  minimum?: number;
  maximum?: number;
  anyOf?: Schema[];
};

export type Parameter = { name: string; in: "path" | "query" | "header"; required?: boolean; schema: Schema };
type Content = Record<string, { schema: Schema }>;
export type Operation = {
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
};
export type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, unknown> };
};

/** The schema with what each reference names in its place. */
export function resolved(document: Document, schema: Schema): Schema {
  return inPlace(document, schema) as Schema;
}

function inPlace(document: Document, part: unknown): unknown {
  if (Array.isArray(part)) return part.map((one) => inPlace(document, one));
  if (typeof part !== "object" || part === null) return part;
  if ("$ref" in part && typeof part.$ref === "string") {
    return inPlace(document, document.components.schemas[part.$ref.replace("#/components/schemas/", "")]);
  }
  return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, inPlace(document, one)]));
}

/** A check of values against a schema of the document. */
export function checker(document: Document, schema: Schema): z.ZodType {
  return z.fromJSONSchema(resolved(document, schema) as Parameters<typeof z.fromJSONSchema>[0]);
}

/** Values that a schema allows. */
export function valuesOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(valuesOf));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case "object": {
      const fields = Object.entries(schema.properties ?? {}).map(
        ([key, one]) => [key, valuesOf(one)] as const,
      );
      return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] });
    }
    case "array":
      return fc.array(valuesOf(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3),
      });
    case "integer":
      return fc.oneof(
        fc.integer({ min: schema.minimum ?? -(2 ** 31), max: schema.maximum ?? 2 ** 31 - 1 }),
        fc.constantFrom(schema.minimum ?? 0, schema.maximum ?? 0),
      );
    case "string":
      if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern));
      if (schema.format === "base64") return fc.base64String({ minLength: 4, maxLength: 200 });
      return fc.string({
        minLength: schema.minLength ?? 0,
        maxLength: Math.min(schema.maxLength ?? 50, (schema.minLength ?? 0) + 50),
      });
    default:
      return fc.jsonValue();
  }
}

const nasty = fc.constantFrom<unknown>(
  null,
  "",
  "\u0000",
  "'; drop table records; --",
  "../../../etc/passwd",
  "\ud800",
  "__proto__",
  -1,
  0,
  1e308,
  Number.MAX_SAFE_INTEGER,
  [],
  {},
  [[[[]]]],
  true,
);

/** Mostly what the schema allows, sometimes with one field that it does not, sometimes something else altogether. */
export function almost(schema: Schema): fc.Arbitrary<unknown> {
  const right = valuesOf(schema);
  const keys = Object.keys(schema.properties ?? {});
  const oneWrong =
    keys.length === 0
      ? nasty
      : fc
          .tuple(right, fc.constantFrom(...keys, "unknown"), fc.oneof(nasty, fc.jsonValue()))
          .map(([value, key, wrong]) => ({ ...(value as object), [key]: wrong }));
  return fc.oneof(
    { weight: 5, arbitrary: right },
    { weight: 3, arbitrary: oneWrong },
    { weight: 1, arbitrary: nasty },
  );
}
