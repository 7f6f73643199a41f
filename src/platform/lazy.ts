/**
 * Puts off the making of something until it is needed, and makes it once. With `import()` the code of a module is
 * not run before: the bundle has it in a function of its own.
 * @param make is called with the first call of the function that this gives, and throws through it, which is
 * tried again; a promise that is rejected is kept
 */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
