import { lstatSync, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/**
 * Whether a folder is one of `parents` or inside one of them, through links, `..`, another spelling of a name or a bind
 * mount. None of them needs to exist yet.
 */
export function isInside(folder: string, parents: readonly string[]): boolean {
  const above = withAncestors(realPlace(folder))
  const identities = new Set(above.flatMap((path) => identityOf(path) ?? []))
  return parents.map(realPlace).some((parent) => above.includes(parent) || holdsOneOf(parent, identities, DEEPEST))
}

/** The product makes folders in its data folder, but none in those. */
const DEEPEST = 4
/** More links than that lead in a circle. */
const MOST_LINKS = 40

/** The path without links, also of a folder that does not exist yet, or of a link that leads to none. */
function realPlace(path: string, links = MOST_LINKS): string {
  try {
    return realpathSync(path)
  } catch {
    const absolute = resolve(path)
    const parent = dirname(absolute)
    if (parent === absolute) return absolute
    const target = linkTarget(absolute)
    if (target !== null && links > 0) return realPlace(resolve(realPlace(parent, links - 1), target), links - 1)
    return join(realPlace(parent, links), basename(absolute))
  }
}

function linkTarget(path: string): string | null {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(path) : null
}

const withAncestors = (path: string): readonly string[] =>
  dirname(path) === path ? [path] : [path, ...withAncestors(dirname(path))]

/** Names a folder whatever its spelling; a bind mount has the identity of its source. */
function identityOf(path: string): string | null {
  try {
    const { dev, ino } = statSync(path)
    return `${dev} ${ino}`
  } catch {
    return null
  }
}

function holdsOneOf(folder: string, identities: ReadonlySet<string>, depth: number): boolean {
  const identity = identityOf(folder)
  if (identity === null) return false
  if (identities.has(identity)) return true
  return depth > 0 && foldersIn(folder).some((path) => holdsOneOf(path, identities, depth - 1))
}

function foldersIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))
  } catch {
    return []
  }
}
