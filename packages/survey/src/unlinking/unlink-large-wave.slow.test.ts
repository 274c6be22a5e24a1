import { attacked } from '@wayproof/operations/anonymity/testing/attacked'
import { expect, test } from 'vitest'
import { countOf, openedWave, type SurveyWorld, submit, surveyWorld, tokens } from '../testing/survey-world.ts'
import { closeWave } from '../waves/close-wave.ts'
import { remindWave } from '../waves/remind-wave.ts'

const period = '2026-H1'
const PEOPLE = 1600

const sent = (world: SurveyWorld) =>
  world.database.write(async (query) => {
    await query.run(
      `INSERT INTO delivery (letter_id, number, attempt, at, outcome, smtp_reply) SELECT id, 1, 1, @at, 'sent', '250 ok' FROM letter WHERE state = 'queued'`,
      { at: new Date(0) },
    )
    await query.run(`UPDATE letter SET state = 'sent', sent_at = @at WHERE state = 'queued'`, { at: new Date(0) })
  })

/** Everyone is invited and reminded, then half of them answer, all with a comment that must be masked. */
async function largeWave(): Promise<SurveyWorld> {
  const world = await surveyWorld({ encrypts: false })
  await openedWave(world, PEOPLE)
  await sent(world)
  world.setNow('2026-07-15T00:00:00Z')
  await remindWave(world.ports, { period })
  await sent(world)
  const fields = (n: number) => ({ overall: String((n % 5) + 1), improve: `call 138123${String(n).padStart(5, '0')}` })
  const links = (await tokens(world)).slice(0, PEOPLE / 2)
  await Promise.all(links.map((token, n) => submit(world, token, fields(n))))
  world.setNow('2026-08-01T00:00:00Z')
  return world
}

const COUNTED = `SELECT
  (SELECT count(*) FROM answer WHERE comment LIKE 'call 138%') + (SELECT count(*) FROM comment WHERE text LIKE 'call 138%') AS plain,
  (SELECT count(*) FROM answer WHERE comment LIKE 'call ⟦number⟧') + (SELECT count(*) FROM comment WHERE text = 'call ⟦number⟧') AS masked,
  (SELECT count(*) FROM invitation WHERE answered IS NOT NULL) AS linked,
  (SELECT count(*) FROM letter WHERE kind = 'survey-reminder') AS reminders`

type Counted = Readonly<Record<'plain' | 'masked' | 'linked' | 'reminders', number>>

test('others can write while a large wave is unlinked, and the event loop stays free', async () => {
  const world = await largeWave()
  const seen: Counted[] = []
  let done = false
  const others = (async () => {
    while (!done) {
      seen.push(await world.database.write(async (query) => (await query.get<Counted>(COUNTED)) as Counted))
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
  })()
  expect((await closeWave(world.ports, { period })).ok).toBe(true)
  done = true
  await others
  const between = (figure: keyof Counted, all: number) =>
    new Set(seen.map((at) => at[figure]).filter((n) => n > 0 && n < all)).size
  expect(between('masked', PEOPLE / 2)).toBeGreaterThan(0)
  // PostgreSQL gives all rows of the wave new ones in one transaction.
  if (world.database.engine === 'sqlite') expect(between('linked', PEOPLE)).toBeGreaterThan(0)
  expect(between('reminders', PEOPLE)).toBeGreaterThan(0)
  // No comment is lost or duplicated.
  expect(new Set(seen.map(({ plain, masked }) => plain + masked))).toEqual(new Set([PEOPLE / 2]))
  expect(await countOf(world, `comment WHERE text = 'call ⟦number⟧'`)).toBe(PEOPLE / 2)
  expect((await attacked(world.database, world.ports.clock.now()))[0]).toMatchObject({
    status: 'unlinked',
    answers: PEOPLE / 2,
    tied: 0,
    respondentsKnown: 0,
  })
})
