import { cpSync, globSync, lstatSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'

/** Sources of compiled files and types, not needed at run time. */
const SKIPPED_FILES = new Set(['deps', 'src', 'binding.cc', 'binding.gyp', 'CMakeLists.txt'])
const SKIPPED_ENDINGS = /\.(d\.[cm]?ts|h|gypi)$/

/**
 * Copies the package at `path` (a pnpm link) with all its dependencies from the tree `from` to the same paths in the
 * tree `to`, its link included, keeping compiled files for this machine's platform only.
 */
export function copyPackage(path: string, from: string, to: string, copied: Set<string> = new Set()): void {
  const realPath = realpathSync(path)
  const link = join(to, relative(from, path))
  if (realPath !== path && !lstatSync(link, { throwIfNoEntry: false })) {
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(relative(dirname(path), realPath), link)
  }
  if (copied.has(realPath)) return
  copied.add(realPath)
  cpSync(realPath, join(to, relative(from, realPath)), {
    recursive: true,
    filter: (file) => isNeeded(relative(realPath, file)),
  })
  const modules = realPath.slice(0, realPath.lastIndexOf(`${sep}node_modules${sep}`) + '/node_modules'.length)
  for (const name of globSync(['*', '@*/*'], { cwd: modules })) {
    const dependency = join(modules, name)
    if (lstatSync(dependency).isSymbolicLink()) copyPackage(dependency, from, to, copied)
  }
}

function isNeeded(path: string): boolean {
  const [top = '', second] = path.split(sep)
  if (SKIPPED_FILES.has(top) || SKIPPED_ENDINGS.test(path)) return false
  if (top !== 'prebuilds' || second === undefined) return true
  // The Node.js of a release uses glibc, and no release runs in Bare.
  return basename(second, '.node') === `${process.platform}-${process.arch}` && !path.endsWith('.bare')
}
