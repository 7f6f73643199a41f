import * as z from "zod/mini";

/**
 * What is in another form than the schema's counts as missing. This is `z.catch`, but for the function
 * of that name, which refers to all of zod's helpers at once: 9 kB of the bundle that nothing else needs.
 */
export function undefinedIfInvalid<T extends z.ZodMiniType>(
  schema: T,
): z.ZodMiniCatch<z.ZodMiniOptional<T>>;
export function undefinedIfInvalid(schema: z.ZodMiniType): z.ZodMiniCatch {
  const innerType = z.optional(schema);
  return new z.ZodMiniCatch({ type: "catch", innerType, catchValue: () => undefined });
}
