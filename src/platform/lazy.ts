/**
 * Puts off the making of something until it is needed, and makes it once. With `import()` the code of a module is
 * neither loaded nor run before.
 * @param make is called with the first call of the function that this gives, and throws through it, which is
 * tried again, as a promise is that is rejected
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
