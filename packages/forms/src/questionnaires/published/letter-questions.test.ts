import { LOCALES } from '@wayproof/kernel/people/locale'
import { mailTestLetter } from '@wayproof/letters/outbox/mail-test-letter'
import type { ClaimedLetter } from '@wayproof/letters/outbox/outbox'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import type { SurveyLetterData } from '@wayproof/survey/letters/survey-letter'
import { seededIds } from '@wayproof/survey/testing/seeded-chance'
import { openedWave, type SurveyWorld, surveyWorld } from '@wayproof/survey/testing/survey-world'
import { expect, test } from 'vitest'
import { DEFAULT_QUESTIONNAIRE } from '../../questionnaire/default-questionnaire.ts'
import { publishQuestionnaire } from '../../questionnaire/publish-questionnaire.ts'

const outboxOf = ({ database, ports }: SurveyWorld) =>
  outboxStore({ database, keyring: ports.keyring, ids: seededIds('outbox') })
const claim = (world: SurveyWorld, outbox = outboxOf(world)) => {
  const now = world.ports.clock.now()
  return outbox.claim(100, now, now + 60_000)
}
const questionsIn = (letters: readonly ClaimedLetter[]) =>
  new Map(letters.map(({ letter }) => [letter.locale as string, (letter.data as SurveyLetterData).question]))

test('a claimed invitation asks the first question of its wave, and its row stores no question', async () => {
  const world = await surveyWorld()
  await openedWave(world, 6)
  const rows = await world.database.query.all<{ data: string }>('SELECT data FROM letter ORDER BY id')
  expect(rows.map(({ data }) => Object.keys(JSON.parse(data)))).not.toContainEqual(expect.arrayContaining(['question']))
  // A later version is for later waves.
  const items = DEFAULT_QUESTIONNAIRE.items.filter(({ id }) => id !== 'trust')
  world.setNow('2026-07-02T01:00:00Z')
  await publishQuestionnaire(world.ports, { questionnaire: { ...DEFAULT_QUESTIONNAIRE, version: 2, items } })
  const questions = questionsIn(await claim(world))
  const [text] = DEFAULT_QUESTIONNAIRE.items
  for (const locale of LOCALES) expect(questions.get(locale)).toMatchObject({ item: 'overall', stem: null, text })
  const after = await world.database.query.all('SELECT data FROM letter ORDER BY id')
  expect(after).toEqual(rows)
})

test('a test letter asks the first question of the newest questionnaire', async () => {
  const world = await surveyWorld()
  await publishQuestionnaire(world.ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  await world.database.write((query) =>
    query.run(
      `INSERT INTO "user" (id, name, email, email_verified, created_at, updated_at, role, locale)
      VALUES ('o', 'O', 'o@x.example', TRUE, @at, @at, 'officer', 'en')`,
      { at: new Date(0) },
    ),
  )
  const outbox = outboxOf(world)
  const { clock } = world.ports
  const letter = { to: { id: 'o' }, kind: 'survey-reminder', locale: 'en', period: '2026-H1' } as const
  const command = { ...letter, closesOn: '2026-07-31', smallestGroup: 5, improvements: [] }
  await mailTestLetter({ outbox, clock, ids: seededIds('test') }, command)
  expect(questionsIn(await claim(world, outbox)).get('en')?.item).toBe('overall')
})

test('a letter whose questionnaire is damaged is claimed without a question', async () => {
  const world = await surveyWorld()
  await openedWave(world, 2)
  await world.database.write((query) => query.run(`UPDATE questionnaire SET definition = '{'`))
  const letters = await claim(world)
  expect(letters).toHaveLength(2)
  for (const { letter } of letters) expect(letter.data).not.toHaveProperty('question')
})
