import { newReceipt } from '@wayproof/survey/answers/receipt'
import { recordAnswer } from '@wayproof/survey/answers/record-answer'
import { linkToken, readLinkToken } from '@wayproof/survey/links/invitation-link'
import {
  closeAtOnce,
  openWaveForAll,
  surveyWorld,
  travelerFile,
  travelerRow,
} from '@wayproof/survey/testing/survey-world'
import { importTravelers } from '@wayproof/survey/travelers/import-travelers'
import { expect, test } from 'vitest'
import { languageStore } from './language-store.ts'

const SAME = { tripType: 'group', region: 'east' }
const languageOf = (n: number) =>
  n <= 200 ? 'fr-CA' : n <= 400 ? 'zh-CN' : n <= 600 ? 'en-GB' : n <= 603 ? 'de' : 'it'
const rows = Array.from({ length: 605 }, (_, n) => travelerRow(n + 1, { ...SAME, locale: languageOf(n + 1) }))

test('travelers of active languages are written to in them and are a group; no group is smaller for it', async () => {
  const world = await surveyWorld()
  const { ports, database } = world
  const dry = await importTravelers(ports, { ...travelerFile(rows, true), languages: ['de', 'fr'] })
  expect(dry).toMatchObject({ ok: true, value: { otherLanguages: ['it'], rows: 605 } })
  const before = await importTravelers(ports, travelerFile(rows, true))
  expect(before).toMatchObject({ ok: true, value: { otherLanguages: ['fr-CA', 'de', 'it'] } })
  await importTravelers(ports, { ...travelerFile(rows), languages: ['de', 'fr'] })
  await openWaveForAll(world)

  const letters = await database.query.all<{ locale: string; n: number }>(
    'SELECT locale, count(*) AS n FROM letter GROUP BY locale ORDER BY locale',
  )
  expect(letters.map(({ locale, n }) => [locale, Number(n)])).toEqual([
    ['de', 3],
    ['en', 202],
    ['fr', 200],
    ['zh-CN', 200],
  ])
  const counted = await languageStore(database).travelers()
  expect([counted.get('fr'), counted.get('de'), counted.get('it')]).toEqual([200, 3, undefined])
  const cells = await database.query.all<{ language: string; invited_count: number }>(
    'SELECT language, invited_count FROM cell ORDER BY language',
  )
  // Three people would be too few for a group of their own.
  expect(cells.map(({ language }) => language)).toEqual(['de + fr', 'en', 'zh-CN'])
  expect(cells.every(({ invited_count }) => invited_count >= 100)).toBe(true)
  expect(cells.reduce((sum, { invited_count }) => sum + invited_count, 0)).toBe(605)
})

test('a comment in an added language is stored as one, through encryption and unlinking', async () => {
  const world = await surveyWorld({ encrypts: true })
  const { ports, database } = world
  const some = rows.slice(0, 120)
  await importTravelers(ports, { ...travelerFile(some), languages: ['fr'] })
  await openWaveForAll(world)
  const [invitation] = await database.query.all<{ id: string }>('SELECT id FROM invitation ORDER BY id LIMIT 1')
  const token = linkToken(ports.keyring, { invitationId: invitation?.id ?? '', generation: 0, locale: 'fr' })
  expect(readLinkToken(ports.keyring, token)).toMatchObject({ locale: 'en' })
  const fields = { overall: '4', improve: '\u{1f600}'.repeat(500) }
  const locale = 'sr-Latn-RS'
  const recorded = await recordAnswer(ports, { token, receipt: newReceipt(ports.tokens), locale, fields })
  expect(recorded.ok).toBe(true)
  world.setNow('2026-08-01T01:00:00Z')
  await closeAtOnce(world, '2026-H1')
  await ports.store.unlinkWave('2026-H1', ports.clock.now())
  const comments = await database.query.all<{ language: string }>('SELECT language FROM comment')
  expect(comments.map(({ language }) => language)).toEqual([locale])
})
