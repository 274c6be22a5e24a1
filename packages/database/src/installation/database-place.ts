import { resolve } from 'node:path'

/** Where a database is. */
export type DatabasePlace =
  | { readonly engine: 'sqlite'; readonly file: string }
  | {
      readonly engine: 'postgresql'
      readonly url: string
      /** `host:port/database`, without user and password. */
      readonly name: string
    }

export type ServerPlace = Extract<DatabasePlace, { engine: 'postgresql' }>

/** A file's path, or a server's `host:port/database`; never a password. */
export const nameOfPlace = (place: DatabasePlace): string => (place.engine === 'sqlite' ? place.file : place.name)

const POSTGRESQL = /^postgres(ql)?:\/\//

/** Whether `url` has the form of a `DATABASE_URL`. */
export const isDatabaseUrl = (url: string): boolean => (POSTGRESQL.test(url) ? isServerUrl(url) : /^file:./.test(url))

/** Reads `file:PATH` (relative to the working directory) or `postgresql://user:password@host:port/database`. */
export function databasePlace(url: string): DatabasePlace {
  if (!POSTGRESQL.test(url)) return { engine: 'sqlite', file: resolve(url.replace(/^file:/, '')) }
  const { hostname, port, pathname } = new URL(url)
  return { engine: 'postgresql', url, name: `${hostname}:${port || '5432'}${decodeURIComponent(pathname)}` }
}

function isServerUrl(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed !== null && parsed.hostname !== '' && /^\/[^/]+$/.test(parsed.pathname)
}
