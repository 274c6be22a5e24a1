import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withData } from '@wayproof/command-line/open-data'
import { runCommand } from '@wayproof/command-line/testing/run-command'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { databaseAt } from '@wayproof/database/testing/database-for-tests'
import { emptyDatabase } from '@wayproof/database/testing/installation-for-tests'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { systemClock, systemIds, systemTokens } from '@wayproof/kernel/system'
import { RULES } from '@wayproof/scorecard/rules'
import { newReceipt } from '@wayproof/survey/answers/receipt'
import { recordAnswer } from '@wayproof/survey/answers/record-answer'
import { linkToken } from '@wayproof/survey/links/invitation-link'
import { planProgramme } from '@wayproof/survey/programme/plan-programme'
import { DEFAULT_PROGRAMME } from '@wayproof/survey/programme/programme'
import { fulfilChecklist } from '@wayproof/survey/testing/fulfil-checklist'
import { SMALL_WAVES } from '@wayproof/survey/testing/small-waves'
import { expect, onTestFinished, test } from 'vitest'
import { addPerson, inviteToday, timeZone } from './company.ts'

const TRAVELERS = 12

interface World {
  readonly settings: Readonly<Record<string, string>>
  readonly keys: string
}

/** An installation with an open, encrypted wave whose invitations were delivered; some of the invited have answered. */
async function openWorld(answers: readonly (readonly [traveler: number, rating: string])[]): Promise<World> {
  const data = mkdtempSync(join(tmpdir(), 'wayproof-rehearse-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  const settings = { DATA_DIR: data, DATABASE_URL: await emptyDatabase() }
  const place = storePlace(settings)
  await withData(place, async (store, keyring) => {
    const machine = { clock: systemClock, ids: systemIds, tokens: systemTokens, keyring, timeZone, rules: RULES }
    const surveyPorts = { ...machine, store: store.survey, ...SMALL_WAVES }
    await store.organisation.save({
      nameZh: '远行旅行社',
      nameEn: 'Faraway Travel',
      contactEmail: 'privacy@faraway.example',
      programmeStart: '2024-01-01',
      baselineYear: null,
      sample: true,
    })
    await addPerson({ store }, 'officer', 'en')
    await fulfilChecklist(surveyPorts)
    await publishQuestionnaire(surveyPorts, { questionnaire: DEFAULT_QUESTIONNAIRE })
    const { runs: _, runsSince: __, ...plan } = DEFAULT_PROGRAMME
    await planProgramme(surveyPorts, { plan, runs: true })
    await inviteToday({ surveyPorts }, TRAVELERS)
    await store.surveyInstances?.report('test')
    const now = systemClock.now()
    const letters = await store.outbox.claim(TRAVELERS, now, now + 60_000)
    for (const letter of letters) await store.outbox.markSent(letter, '250 OK', now)
    const invited = letters
      .flatMap(({ letter, to }) =>
        'invitationId' in letter.data ? [{ to, locale: letter.locale, ...letter.data }] : [],
      )
      .toSorted((a, b) => (a.to < b.to ? -1 : 1))
    expect(invited).toHaveLength(TRAVELERS)
    for (const [traveler, overall] of answers) {
      const { invitationId, generation, locale } = invited[traveler]!
      const token = linkToken(keyring, { invitationId, generation, locale })
      const form = { token, receipt: newReceipt(systemTokens), locale: 'en', fields: { overall } } as const
      expect(await recordAnswer(surveyPorts, form)).toMatchObject({ ok: true })
    }
    await store.surveyInstances?.leave('test')
  })
  return { settings, keys: place.waveKeyFolder }
}

async function rehearse(settings: Readonly<Record<string, string>>) {
  const { code, stdout, stderr } = await runCommand('rehearse', ['--days', '60', '--json'], {
    ...settings,
    TIME_ZONE: timeZone,
  })
  expect([code, stderr.split('\n').filter((line) => line.includes('fail'))]).toEqual([0, []])
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
}

test('a rehearsal lists what would leave, changes nothing, and is the same for any answers to the open wave', async () => {
  const first = await openWorld(Array.from({ length: TRAVELERS }, (_, n) => [n, '5'] as const))
  const database = databaseAt(first.settings.DATABASE_URL ?? '')
  // A reader of a file makes an empty log.
  const stored = async () => (await database.snapshot()).filter((part) => part !== '')
  const before = await stored()
  const keysBefore = readdirSync(first.keys)
  expect(keysBefore).toHaveLength(2)
  const played = await rehearse(first.settings)
  expect(await stored()).toEqual(before)
  expect(readdirSync(first.keys)).toEqual(keysBefore)
  const kinds = new Set(played.letters.map(({ kind }: { readonly kind: string }) => kind))
  expect(kinds).toContain('unlinking-certificate')
  expect([...kinds].filter((kind) => String(kind).startsWith('survey-'))).toEqual([])
  expect(played.reminders).toMatchObject([{ atMost: null }])
  expect(played.held.filter(({ what }: { readonly what: string }) => what === 'job')).toEqual([])

  const second = await openWorld([[7, '1']])
  expect(await rehearse(second.settings)).toEqual(played)
})

test('a rehearsal without an installation, or for no number of days, is refused in a sentence', async () => {
  const data = mkdtempSync(join(tmpdir(), 'wayproof-rehearse-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  const none = await runCommand('rehearse', [], { DATA_DIR: data, LANG: 'zh_CN.UTF-8' })
  expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('wayproof.db')])
  for (const days of ['0', '401', 'ten']) {
    const refused = await runCommand('rehearse', ['--days', days], { DATA_DIR: data })
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('--days takes a number from 1 to 400.')])
  }
  expect(readdirSync(data)).toEqual([])
})
