/**
 * Puts off the making of something until it is needed, and makes it once. With `import()`, the module is neither loaded
 * nor run before.
 * @param make is called with the first call of the function that this returns. What it throws is thrown; the next call
 * tries again, as after a promise that rejects
 */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    if (!made) {
      const value = make();
      made = { value };
      if (value instanceof Promise) {
        value.catch(() => (made = undefined));
      }
    }
    return made.value;
  };
}

type Deferred<Method> = Method extends (...args: infer Args) => infer Result
  ? (...args: Args) => Promise<Awaited<Result>>
  : never;

/**
 * Makes an object of some methods of another one, which is made with the first call of one of them.
 * @param make may throw through the method, and is called again with the next
 * @param names of the methods
 */
export function lazyMethods<T, Name extends keyof T>(
  make: () => Promise<T>,
  ...names: readonly Name[]
): { readonly [Key in Name]: Deferred<T[Key]> } {
  const made = lazy(make);
  const methodOf =
    (name: Name) =>
    async (...args: unknown[]) => {
      const object = await made();
      const method: unknown = object[name];
      return typeof method === "function" ? Reflect.apply(method, object, args) : undefined;
    };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each name has its method
  return Object.fromEntries(names.map((name) => [name, methodOf(name)])) as {
    readonly [Key in Name]: Deferred<T[Key]>;
  };
}
