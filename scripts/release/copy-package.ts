import { cpSync, existsSync, globSync, lstatSync, mkdirSync, readlinkSync, realpathSync, symlinkSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'

/** Sources of compiled files, not needed at run time. */
const SKIPPED_FILES = new Set(['deps', 'src', 'binding.cc', 'binding.gyp', 'CMakeLists.txt'])

/**
 * Copies the package at `path` (a pnpm link) with all its dependencies from the tree `from` to the same paths in the
 * tree `to`, keeping compiled files for this machine's platform only.
 */
export function copyPackage(path: string, from: string, to: string, copied: Set<string> = new Set()): void {
  const realPath = realpathSync(path)
  if (copied.has(realPath)) return
  copied.add(realPath)
  cpSync(realPath, join(to, relative(from, realPath)), {
    recursive: true,
    filter: (file) => isNeeded(relative(realPath, file)),
  })
  const modules = realPath.slice(0, realPath.lastIndexOf(`${sep}node_modules${sep}`) + '/node_modules'.length)
  for (const name of globSync(['*', '@*/*'], { cwd: modules })) {
    const link = join(modules, name)
    if (!lstatSync(link).isSymbolicLink()) continue
    const copy = join(to, relative(from, link))
    mkdirSync(dirname(copy), { recursive: true })
    if (!existsSync(copy)) symlinkSync(readlinkSync(link), copy)
    copyPackage(link, from, to, copied)
  }
}

function isNeeded(path: string): boolean {
  const [top = '', second] = path.split(sep)
  if (SKIPPED_FILES.has(top)) return false
  if (top !== 'prebuilds' || second === undefined) return true
  const kind = basename(second, '.node')
  return kind.startsWith(process.platform) && kind.endsWith(process.arch)
}
