/** A value as Prisma Client returns it: instants are dates, and texts have the type string. */
type StoredValue<V> = V extends number ? number | Date : V extends string ? string : V

/** A record of type `T` as Prisma Client returns it. */
export type Stored<T> = { readonly [K in keyof T]: StoredValue<T[K]> }

/** Returns a record of the core: its dates become instants. Its strings are trusted, because only the store writes them. */
export function recordOf<T extends object>(stored: Stored<T>): T {
  const values = Object.entries(stored).map(([name, value]) => [name, value instanceof Date ? value.getTime() : value])
  return Object.fromEntries(values)
}
