import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BundledPackage, root } from '../bundle-program.ts'

/** A package that a release contains, whole or in a bundle. */
export interface Component {
  readonly name: string
  readonly version: string
  /** SPDX expression that the package declares. */
  readonly license: string
  /** Its files with the license and notices; empty if it brings none. */
  readonly texts: readonly string[]
}

const LICENSE_FILE = /^(licen[cs]e|copying|notice|ofl)/i

/** The license at the end of a README, for packages without a file for it. */
const LICENSE_SECTION = /^#+ *licen[cs]e\s*(.+)/ims

/** The component whose package is in `folder`. Throws if it declares no license. */
export function componentIn(folder: string): Component {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (typeof license !== 'string') throw new Error(`${name}@${version} declares no license`)
  const files = readdirSync(folder, { withFileTypes: true }).filter((file) => file.isFile())
  const texts = files
    .filter((file) => LICENSE_FILE.test(file.name))
    .map((file) => readFileSync(join(folder, file.name), 'utf8').trim())
  return {
    name,
    version,
    license,
    texts:
      texts.length > 0
        ? texts
        : sectionOf(
            folder,
            files.map((file) => file.name),
          ),
  }
}

function sectionOf(folder: string, files: readonly string[]): readonly string[] {
  const readme = files.find((file) => /^readme\.md$/i.test(file))
  const [, section] = (readme && LICENSE_SECTION.exec(readFileSync(join(folder, readme), 'utf8'))) || []
  return section?.includes('Copyright') ? [section.trim()] : []
}

/** The folder of a package that pnpm installed. */
export function folderOf({ name, version }: BundledPackage): string {
  const stored = `node_modules/.pnpm/${name.replace('/', '+')}@${version}{,_*}/node_modules/${name}`
  const [folder] = globSync(stored, { cwd: root })
  if (!folder) throw new Error(`${name}@${version} is bundled, but not installed`)
  return join(root, folder)
}

/** Node.js itself. Its npm package brings no license, so the text is stored here for the version that is used. */
export function nodeComponent(): Component {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/node/package.json'), 'utf8'))
  const text = readFileSync(join(import.meta.dirname, `licenses/node-${version}.txt`), 'utf8')
  return { name: 'node', version, license: 'MIT', texts: [text.trim()] }
}

/** Each component once, by name and version. */
export function distinct(components: readonly Component[]): readonly Component[] {
  const byName = new Map(components.map((component) => [`${component.name}@${component.version}`, component]))
  return [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, component]) => component)
}
