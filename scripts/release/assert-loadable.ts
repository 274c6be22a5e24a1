import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { type LoadedPackage, root } from '../bundle-program.ts'

/** The link of a package that a source names. */
export function linkOf(importer: string, name: string): string {
  const link = linkIn(root, importer, name)
  if (!link) throw new Error(`${importer} loads ${name}, which is not installed`)
  return link
}

/** Throws if a package that a program of a release loads is not in the release, where the program looks for it. */
export function assertLoadable(release: string, loaded: readonly LoadedPackage[]): void {
  for (const { importer, name } of loaded) {
    const link = linkIn(release, importer, name)
    if (!link || relative(realpathSync(release), realpathSync(link)).startsWith('..'))
      throw new Error(`the release has no ${name}, which ${importer} loads`)
  }
}

/** As Node.js looks for a package: in the `node_modules` of the nearest folder above that has it, but not above `tree`. */
function linkIn(tree: string, importer: string, name: string): string | undefined {
  const folders = [dirname(importer)]
  while (folders[0] !== '.') folders.unshift(dirname(folders[0] ?? '.'))
  return folders
    .reverse()
    .map((folder) => join(tree, folder, 'node_modules', name))
    .find((link) => existsSync(link))
}
