import { posix } from 'node:path'
import type { PlaceFault, ProjectFile } from './place.ts'

const WEB = /^(apps\/reporting\/src\/web|packages\/messages\/src)\//
const SERVER_ONLY = /^packages\/(database|operations)\/|^node:/
const DRAWN_ON_THE_SERVER = /^apps\/reporting\/src\/web\/drawing\/draw-[a-z-]+\.tsx$/
/** Imports and exports that load the other file; those of types alone do not. */
const LOADED =
  /^(?:import|export) (?!type )(?!\{(?: type [^,}]+,?)+ \} from)[^;]*?from '([^']+)'|\bimport\('([^']+)'\)/gm

interface Loaded {
  readonly path: string
  readonly line: number
}

/** Files that a file loads, as paths from the root; names of `node:` modules stay as they are. */
function loadedBy({ path, text }: ProjectFile): Loaded[] {
  return [...text.matchAll(LOADED)].flatMap(({ 1: stated, 2: late, index }) => {
    const name = stated ?? late ?? ''
    const line = text.slice(0, index).split('\n').length
    if (name.startsWith('node:')) return [{ path: name, line }]
    if (name.startsWith('.')) return [{ path: posix.join(posix.dirname(path), name), line }]
    const [, folder, inside] = /^@wayproof\/([^/]+)\/(.+)$/.exec(name) ?? []
    return folder ? [{ path: `packages/${folder}/src/${inside}.ts`, line }] : []
  })
}

/** The first result that is not null. */
function firstOf<Item, Result>(items: readonly Item[], find: (item: Item) => Result | null): Result | null {
  for (const item of items) {
    const found = find(item)
    if (found !== null) return found
  }
  return null
}

/**
 * Reports files of the dashboard and of the messages that load, through any number of files, what only a server has: a
 * pure file of a noun imports no database, clock or network, so that a browser may load it.
 */
export function findServerCode(files: readonly ProjectFile[]): PlaceFault[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const chains = new Map<string, readonly string[] | null>()
  /** The files from this one to server code; null if it reaches none. */
  const chainFrom = (path: string): readonly string[] | null => {
    if (SERVER_ONLY.test(path)) return [path]
    const known = chains.get(path)
    if (known !== undefined) return known
    chains.set(path, null)
    const file = byPath.get(path)
    const rest = file && firstOf(loadedBy(file), (loaded) => chainFrom(loaded.path))
    const chain = rest ? [path, ...rest] : null
    chains.set(path, chain)
    return chain
  }
  return files
    .filter(({ path }) => WEB.test(path) && !DRAWN_ON_THE_SERVER.test(path) && !/\.test\.tsx?$|\/testing\//.test(path))
    .flatMap((file) =>
      loadedBy(file)
        .filter(({ path }) => !WEB.test(path))
        .flatMap(({ path, line }) => {
          const chain = chainFrom(path)
          if (!chain) return []
          return [
            { path: file.path, line, rule: 'server-code', message: `a browser cannot load ${chain.join(' -> ')}` },
          ]
        }),
    )
}
