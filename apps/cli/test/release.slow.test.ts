import { existsSync, readdirSync, readFileSync, realpathSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { accept, officer } from '@wayproof/local-stack'
import { onFreePort } from '@wayproof/local-stack/processes'
import { random, travelerFile } from '@wayproof/sample-company'
import { emptyDatabase } from '@wayproof/store/testing'
import { beforeAll, expect, test } from 'vitest'
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
  const help = startReleased(made, ['survey', '--help'], { DATA_DIR: folder })
  expect(await help.ended()).toEqual([0, null])
  expect(help.output()).toMatch(/^Usage: wayproof /)
  expect(await startReleased(made, ['reporting', '--verbose'], { DATA_DIR: folder }).ended()).toEqual([2, null])
  expect(existsSync(folder)).toBe(false)
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
