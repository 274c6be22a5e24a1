import { closeSync, cpSync, mkdtempSync, openSync, readFileSync, rmSync, truncateSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { VERSION } from '@wayproof/kernel/version'
import { accept, officer } from '@wayproof/local-stack/clients/officer'
import { openLocalStack } from '@wayproof/local-stack/local-stack'
import { startScript } from '@wayproof/local-stack/processes/app-process'
import { onFreePort } from '@wayproof/local-stack/processes/free-port'
import type { Messages } from '@wayproof/messages/en'
import { messages } from '@wayproof/messages/messages'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'

const PAGE = 4_096

const whole = mkdtempSync(join(tmpdir(), 'wayproof-damage-'))
afterAll(() => rmSync(whole, { recursive: true, force: true }))

/** Makes the installation that each test damages. */
beforeAll(async () => {
  const stack = await openLocalStack({ data: whole, smtpPort: 4970, firstPort: 4940 })
  const person = { name: 'Officer', email: 'officer@yuntu.example', password: 'seven quiet harbours at dawn' }
  const client = officer(await accept(stack.reportingUrl, stack.firstOfficerLink, { ...person, locale: 'en' }))
  await client.organise({
    nameZh: '云途旅行',
    nameEn: 'Yuntu Travel',
    contactEmail: 'privacy@yuntu.example',
    programmeStart: '2025-01-01',
    baselineYear: null,
    sample: false,
  })
  await stack.close()
})

/** Overwrites the head of a page. */
function flip(file: string, page: number): void {
  const handle = openSync(file, 'r+')
  // The first page begins with 100 bytes about the file.
  writeSync(handle, Buffer.alloc(64, 0xff), 0, 64, page === 1 ? 100 : (page - 1) * PAGE)
  closeSync(handle)
}

function rootOf(file: string, name: string): number {
  const connection = new DatabaseSync(file, { readOnly: true })
  const row = connection.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(name)
  connection.close()
  return Number(row?.rootpage)
}

/** Starts the three apps on a copy of the installation that `damage` has changed. */
async function startDamaged(damage: (file: string) => void) {
  const data = mkdtempSync(join(tmpdir(), 'wayproof-damaged-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  cpSync(whole, data, { recursive: true })
  damage(join(data, 'wayproof.db'))
  const ports = await onFreePort(4950, (survey) =>
    onFreePort(survey + 1, (reporting) =>
      onFreePort(reporting + 1, async (scheduler) => ({ survey, reporting, scheduler })),
    ),
  )
  const log = join(data, 'start.log')
  const settings = {
    DATA_DIR: data,
    SURVEY_PORT: String(ports.survey),
    REPORTING_PORT: String(ports.reporting),
    SCHEDULER_PORT: String(ports.scheduler),
    LANG: 'en',
  }
  const started = startScript('apps/cli/src/start.ts', settings, log, null)
  onTestFinished(() => started.stop())
  return {
    output: () => readFileSync(log, 'utf8'),
    get: async (app: keyof typeof ports, path: string) => {
      const response = await fetch(`http://127.0.0.1:${ports[app]}${path}`).catch(() => null)
      return response && { status: response.status, text: await response.text() }
    },
  }
}

const isIn = (text: string | undefined, sentence: (words: Messages) => string) =>
  LOCALES.map((locale) => text?.includes(sentence(messages(locale))))

test.each([
  { kind: 'a table', damage: (file: string) => flip(file, rootOf(file, 'questionnaire')), isReadable: true },
  { kind: 'an index', damage: (file: string) => flip(file, rootOf(file, 'user_email_key')), isReadable: true },
  { kind: 'the list of tables', damage: (file: string) => flip(file, 1), isReadable: false },
  { kind: 'a half file', damage: (file: string) => truncateSync(file, 150 * PAGE), isReadable: false },
])('with damage in $kind the apps explain themselves and are not restarted', async ({ damage, isReadable }) => {
  const { get, output } = await startDamaged(damage)
  for (const app of ['survey', 'reporting', 'scheduler'] as const) {
    await expect
      .poll(() => get(app, '/health/live'))
      .toEqual({
        status: 200,
        text: JSON.stringify({ live: true, version: VERSION }),
      })
    const faults = async () => JSON.parse((await get(app, '/health/ready'))?.text ?? '{}').faults
    await expect.poll(faults).toContainEqual({ code: 'database-damaged' })
    expect((await get(app, '/health/ready'))?.status).toBe(503)
  }
  const dashboard = await get('reporting', '/')
  expect(dashboard?.status).toBe(503)
  expect(isIn(dashboard?.text, ({ databaseFaults }) => databaseFaults.damaged(''))).toEqual([true, true])
  expect(dashboard?.text).toContain('wayproof restore FILE --key KEY')

  const noAnswers = ({ survey }: Messages) => survey.notices['no-answers'].text
  const survey = await get('survey', '/?lang=en')
  expect(survey?.status).toBe(isReadable ? 200 : 503)
  expect(isIn(survey?.text, noAnswers)).toEqual([!isReadable, true])
  expect(survey?.text.includes('Yuntu Travel')).toBe(isReadable)
  const link = await get('survey', `/s/${'a'.repeat(40)}`)
  expect([link?.status, isIn(link?.text, noAnswers)[0]]).toEqual([503, true])

  expect(output()).not.toMatch(/It restarts|not restarted/)
})
