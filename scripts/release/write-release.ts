import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import {
  RELEASED_APPS as APPS,
  RELEASED_COMMANDS as COMMANDS,
  type ReleasedCommand,
} from '../../packages/command-line/src/released-commands.ts'
import { VERSION } from '../../packages/kernel/src/version.ts'
import { NODE_OPTIONS } from '../../packages/local-stack/src/processes/node-options.ts'
import {
  type BundledPackage,
  bundlePrograms,
  LICENSES,
  type LoadedPackage,
  programsStartedIn,
  root,
} from '../bundle-program.ts'
import { assertLoadable, linkOf } from './assert-loadable.ts'
import { assertWorks } from './assert-works.ts'
import { billOfMaterials } from './bill-of-materials.ts'
import { componentIn, distinct, folderOf, nodeComponent } from './components.ts'
import { copyPackage } from './copy-package.ts'
import { launcher } from './launcher.ts'
import { noticesText } from './notices.ts'

/** The bill of materials of a release, in its folder. */
export const BOM_FILE = 'bom.json'
const NOTICES_FILE = 'NOTICES.txt'

const FONT = '@expo-google-fonts/noto-sans-sc'
const WEB = 'apps/reporting/dist/web'

/** A command beside the app whose work it does. */
const sourceOf = (command: ReleasedCommand | 'help') =>
  command === 'rehearse' ? 'apps/scheduler/src/rehearse.ts' : `apps/cli/src/${command}.ts`

/** Packages in the bundles of a release, and those that the bundles load. */
interface Parts {
  readonly loaded: LoadedPackage[]
  readonly inside: BundledPackage[]
}

/**
 * Writes a bundled release to the empty folder `release`, with only the files that an installation needs and the Node.js
 * that it was tested with. The apps must be built, which makes the pages of the dashboard.
 */
export async function writeRelease(release: string): Promise<void> {
  // The account that runs a release is another one than that which made it; commands keep their own files private.
  process.umask(0o022)
  const parts: Parts = { loaded: [], inside: [] }
  const bundle = async (entries: Readonly<Record<string, string>>, folder: string, isSingleFile = false) => {
    const bundled = await bundlePrograms({ entries, folder, target: release, canStartBundles: true, isSingleFile })
    parts.loaded.push(...bundled.loaded)
    parts.inside.push(...bundled.inside)
  }
  for (const app of APPS) await bundle({ main: `apps/${app}/src/main.ts` }, `apps/${app}/dist/server`)
  const programs = [...COMMANDS, 'help'] as const
  await bundle(Object.fromEntries(programs.map((name) => [name, sourceOf(name)])), 'apps/cli/dist/server')
  shareCompilers(release)
  for (const program of startedPrograms()) await bundle({ [basename(program, '.ts')]: program }, dirname(program), true)
  parts.inside.push(...JSON.parse(readFileSync(join(root, WEB, LICENSES), 'utf8')))

  const copy = copier(release)
  copy(WEB)
  rmSync(join(release, WEB, dirname(LICENSES)), { recursive: true })
  // Loaded before each app.
  copy('packages/local-stack/src/processes/end-with-parent.mjs')
  copy('deploy')
  copy('packages/database/prisma/migrations')
  copy('packages/database/prisma/postgresql/migrations')
  const copied = new Set<string>()
  for (const { importer, name } of parts.loaded)
    if (name !== FONT) copyPackage(linkOf(importer, name), root, release, copied)
  const fonts = copyFonts(copy)
  copy('node_modules/node/bin/node')

  const folders = [...copied, fonts, ...parts.inside.map(folderOf)]
  const components = distinct([...folders.map(componentIn), nodeComponent()])
  const write = (name: string, text: string) => writeFileSync(join(release, name), text)
  write('package.json', `${JSON.stringify({ name: 'wayproof', version: VERSION, type: 'module' }, null, 2)}\n`)
  write(NOTICES_FILE, noticesText(components))
  write(BOM_FILE, billOfMaterials(VERSION, components))
  const apps = APPS.map((name) => ({ name, options: NODE_OPTIONS[name] }))
  write('wayproof', launcher(COMMANDS, apps))
  chmodSync(join(release, 'wayproof'), 0o755)
  openToEveryAccount(release)
  assertLoadable(release, parts.loaded)
  assertWorks(release)
}

/** Copied files keep the rights that a build under a strict umask gave them: every account may read and list them. */
function openToEveryAccount(release: string): void {
  for (const entry of readdirSync(release, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const path = join(entry.parentPath, entry.name)
    chmodSync(path, statSync(path).mode | (entry.isDirectory() ? 0o555 : 0o444))
  }
}

type Copy = (path: string) => void

function copier(release: string): Copy {
  mkdirSync(release, { recursive: true })
  return (path) => cpSync(join(root, path), join(release, path), { recursive: true, dereference: true })
}

/** Copies two of the eighteen weights of the font, 10 MB each, and returns the folder of its package. */
function copyFonts(copy: Copy): string {
  const folder = `packages/letters/node_modules/${FONT}`
  for (const file of ['package.json', 'LICENSE', 'LICENSE_FONT']) copy(`${folder}/${file}`)
  const source = readFileSync(join(root, 'packages/letters/src/pdf/report-pdf.ts'), 'utf8')
  for (const [, weight] of source.matchAll(/face\('(\w+)'\)/g)) copy(`${folder}/${weight}/NotoSansSC_${weight}.ttf`)
  return join(root, folder)
}

/** Prisma's query compilers, 9 MB in each bundle, import nothing: all bundles link to the files of the first app. */
function shareCompilers(release: string): void {
  const [first, ...others] = [...APPS, 'cli'].map((app) => join(release, `apps/${app}/dist/server`))
  if (first === undefined) return
  for (const name of globSync('query_compiler*wasm-base64.js', { cwd: first }))
    for (const folder of others) {
      const file = join(folder, name)
      if (!existsSync(file) || !readFileSync(file).equals(readFileSync(join(first, name)))) continue
      rmSync(file)
      symlinkSync(relative(folder, join(first, name)), file)
    }
}

/** Programs started by file as threads or child processes. */
function startedPrograms(): ReadonlySet<string> {
  const sources = globSync(['packages/*/src/**/*.ts', ...[...APPS, 'cli'].map((app) => `apps/${app}/src/**/*.ts`)], {
    cwd: root,
    exclude: ['**/*.test.ts', '**/testing/**', '**/generated/**'],
  })
  return new Set(sources.flatMap((file) => programsStartedIn(file, readFileSync(join(root, file), 'utf8'))))
}
