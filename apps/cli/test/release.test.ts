import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accept, officer } from '@wayproof/local-stack'
import { onFreePort } from '@wayproof/local-stack/processes'
import { random, travelerFile } from '@wayproof/sample-company'
import { emptyDatabase } from '@wayproof/store/testing'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const MAX_BYTES = 250 * 1024 * 1024

let work: string
let release: string

// Moved after the build, because nothing in a release may depend on its original folder.
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'wayproof-release-'))
  const target = join(work, 'made')
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/make-release.ts', target], { cwd: root, stdio: 'pipe' })
  release = join(work, 'moved')
  renameSync(target, release)
})
afterAll(() => rmSync(work, { recursive: true, force: true }))

const entries = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true })

test('a release takes at most 250 MB and contains no development package', () => {
  const files = entries(release).filter((entry) => entry.isFile())
  // Packages link to each other: a file that is reachable by two paths counts once.
  const paths = new Set(files.map(({ parentPath, name }) => realpathSync(join(parentPath, name))))
  const bytes = [...paths].reduce((sum, path) => sum + statSync(path).size, 0)
  expect(bytes).toBeLessThan(MAX_BYTES)
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const packages = new Set(entries(join(release, 'node_modules')).map(({ name }) => name))
  const development = Object.keys(devDependencies).filter((name) => name !== 'node')
  expect(development.filter((name) => packages.has(name))).toEqual([])
  expect(files.filter(({ name }) => name.endsWith('.map'))).toEqual([])
})

test('a release has every script and style of the dashboard also compressed', () => {
  const names = readdirSync(join(release, 'apps/reporting/dist/web/assets'))
  const texts = names.filter((name) => /\.(js|css)$/.test(name))
  expect(texts.length).toBeGreaterThan(20)
  expect(texts.filter((name) => !names.includes(`${name}.br`) || !names.includes(`${name}.gz`))).toEqual([])
})

/** Runs `wayproof start` with nothing else in PATH, not even Node.js; returns its output so far. */
async function start(places: Readonly<Record<string, string>>) {
  return onFreePort(4710, async (surveyPort) =>
    onFreePort(surveyPort + 1, async (reportingPort) => {
      const child = spawn(join(release, 'wayproof'), ['start'], {
        env: {
          PATH: '/usr/bin:/bin',
          LANG: 'en',
          ...places,
          SURVEY_PORT: String(surveyPort),
          REPORTING_PORT: String(reportingPort),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      onTestFinished(() => void child.kill('SIGKILL'))
      let output = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
      const link = () => /http:\S+\/invitation\/\S+/.exec(output)?.[0]
      await expect.poll(() => `${output}${link() ?? ''}`, { timeout: 60_000 }).toMatch(/\/invitation\//)
      await expect.poll(() => output, { timeout: 60_000 }).toContain('The survey is open')
      return { child, output: () => output, link: link() ?? '', url: `http://127.0.0.1:${reportingPort}` }
    }),
  )
}

test('a release runs one app alone, and says whether it is live', async () => {
  const alive = (port: number) =>
    exited(
      spawn(join(release, 'wayproof'), ['alive', 'survey'], {
        env: { PATH: '/usr/bin:/bin', SURVEY_PORT: String(port) },
        stdio: 'ignore',
      }),
    )
  await onFreePort(4740, async (port) => {
    const places = { DATA_DIR: join(work, 'alone'), DATABASE_URL: await emptyDatabase(), SURVEY_PORT: String(port) }
    const child = spawn(join(release, 'wayproof'), ['survey'], {
      env: { PATH: '/usr/bin:/bin', LANG: 'en', ...places },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    await expect.poll(() => output, { timeout: 60_000 }).toContain('The survey is open')
    expect(await alive(port)).toEqual([0, null])
    const end = exited(child)
    child.kill('SIGTERM')
    expect(await end).toEqual([0, null])
    expect(await alive(port)).toEqual([1, null])
  })
})

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
const exited = (child: ChildProcess) => once(child, 'exit')

test('a release imports, restarts a crashed app, verifies its seals and stops cleanly, without any other Node.js', async () => {
  const data = join(work, 'data')
  const places = { DATA_DIR: data, DATABASE_URL: await emptyDatabase() }
  const { child, output, link, url } = await start(places)
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
  const travelers = new Blob([travelerFile(random('release'), 2025, 50, () => true)])
  expect((await client.importFile('travelers', travelers, { fileName: 'travelers.csv' })).rows).toBe(50)

  const survey = processesOf(data).find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('apps/survey'))
  process.kill(survey ?? 0, 'SIGKILL')
  await expect.poll(output, { timeout: 20_000 }).toContain('The survey app ended by signal SIGKILL')
  await expect.poll(() => output().split('The survey is open').length, { timeout: 20_000 }).toBe(3)

  const checked = spawn(join(release, 'wayproof'), ['verify-anonymity', '--json'], {
    env: { PATH: '/usr/bin:/bin', LANG: 'en', ...places },
    stdio: 'ignore',
  })
  expect(await exited(checked)).toEqual([0, null])

  child.kill('SIGTERM')
  await exited(child)
  expect(processesOf(data)).toEqual([])
})
