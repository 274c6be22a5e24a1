import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { callersPath } from '../packages/command-line/src/environment.ts'
import { NODE_OPTIONS } from '../packages/local-stack/src/processes/node-options.ts'
import { bundlePrograms, type LoadedPackage, programsStartedIn, root } from './bundle-program.ts'
import { assertLoadable, linkOf } from './release/assert-loadable.ts'
import { assertWorks } from './release/assert-works.ts'
import { copyPackage } from './release/copy-package.ts'
import { launcher } from './release/launcher.ts'

// `pnpm release FOLDER` writes a bundled release with only the files that an installation needs, beside the Node.js
// version that it was tested with. Run it after the build, which creates the dashboard's pages.

const APPS = ['survey', 'reporting', 'scheduler'] as const
/** Commands for the operator. */
const COMMANDS = [
  'start',
  'verify',
  'verify-anonymity',
  'rebuild-tallies',
  'recover-officer',
  'confirm-lost-key',
  'rotate-key',
  'questionnaire',
  'backup-key',
  'backup',
  'restore',
  'move',
  'check-deployment',
  'doctor',
  'rehearse',
  'status',
  'upgrade',
] as const

const [folderName] = process.argv.slice(2)
if (!folderName) {
  process.stderr.write('Usage: pnpm release FOLDER\n')
  process.exit(2)
}
const releaseFolder = callersPath(folderName)
if (existsSync(releaseFolder) && readdirSync(releaseFolder).length > 0) {
  process.stderr.write(`${releaseFolder} is not empty. Name a new folder.\n`)
  process.exit(2)
}
mkdirSync(releaseFolder, { recursive: true })

const loaded: LoadedPackage[] = []
for (const app of APPS) {
  await bundle({ main: `apps/${app}/src/main.ts` }, `apps/${app}/dist/server`)
}
/** A command beside the app whose work it does. */
const sourceOf = (command: (typeof COMMANDS)[number]) =>
  command === 'rehearse' ? 'apps/scheduler/src/rehearse.ts' : `apps/cli/src/${command}.ts`
await bundle(Object.fromEntries(COMMANDS.map((command) => [command, sourceOf(command)])), 'apps/cli/dist/server')
shareCompilers()
for (const program of startedPrograms()) {
  const name = basename(program, '.ts')
  await bundle({ [name]: program }, dirname(program), true)
}

copy('apps/reporting/dist/web')
// Loaded before each app.
copy('packages/local-stack/src/processes/end-with-parent.mjs')
copy('deploy')
copy('packages/store/prisma/migrations')
copy('packages/store/prisma/postgresql/migrations')
const FONT = '@expo-google-fonts/noto-sans-sc'
for (const { importer, name } of loaded) if (name !== FONT) copyPackage(linkOf(importer, name), root, releaseFolder)
// Two of its eighteen weights, 10 MB each.
const fonts = `packages/letters/node_modules/${FONT}`
copy(`${fonts}/package.json`)
for (const [, fontFile] of readFileSync(join(root, 'packages/letters/src/pdf/report-pdf.ts'), 'utf8').matchAll(
  /face\('(\w+)'\)/g,
)) {
  copy(`${fonts}/${fontFile}/NotoSansSC_${fontFile}.ttf`)
}
copy('node_modules/node/bin/node')

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
writeFileSync(
  join(releaseFolder, 'package.json'),
  `${JSON.stringify({ name: 'wayproof', version, type: 'module' }, null, 2)}\n`,
)
writeFileSync(
  join(releaseFolder, 'wayproof'),
  launcher(
    COMMANDS,
    APPS.map((name) => ({ name, options: NODE_OPTIONS[name] })),
  ),
)
chmodSync(join(releaseFolder, 'wayproof'), 0o755)
assertLoadable(releaseFolder, loaded)
assertWorks(releaseFolder)
process.stdout.write(`${join(releaseFolder, 'wayproof')}\n`)

async function bundle(entries: Readonly<Record<string, string>>, folder: string, isSingleFile = false): Promise<void> {
  const bundled = { entries, folder, target: releaseFolder, canStartBundles: true, isSingleFile }
  loaded.push(...(await bundlePrograms(bundled)))
}

/** Prisma's query compilers, 9 MB in each bundle, import nothing: all bundles link to the files of the first app. */
function shareCompilers(): void {
  const [first, ...others] = [...APPS, 'cli'].map((app) => join(releaseFolder, `apps/${app}/dist/server`))
  if (first === undefined) return
  for (const name of globSync('query_compiler*wasm-base64.js', { cwd: first }))
    for (const folder of others) {
      const file = join(folder, name)
      if (!existsSync(file) || !readFileSync(file).equals(readFileSync(join(first, name)))) continue
      rmSync(file)
      symlinkSync(relative(folder, join(first, name)), file)
    }
}

function copy(path: string): void {
  cpSync(join(root, path), join(releaseFolder, path), { recursive: true, dereference: true })
}

/** Programs started by file as threads or child processes. */
function startedPrograms(): ReadonlySet<string> {
  const sources = globSync(['packages/*/src/**/*.ts', ...[...APPS, 'cli'].map((app) => `apps/${app}/src/**/*.ts`)], {
    cwd: root,
    exclude: ['**/*.test.ts', '**/testing/**', '**/generated/**'],
  })
  return new Set(sources.flatMap((file) => programsStartedIn(file, readFileSync(join(root, file), 'utf8'))))
}
