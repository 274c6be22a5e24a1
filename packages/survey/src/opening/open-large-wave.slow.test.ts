import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { placeOf } from '@wayproof/database/testing/database-at'
import { withLongPauses } from '@wayproof/database/testing/long-pauses'
import { untilOthersEnded } from '@wayproof/database/testing/other-processes'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { systemIds } from '@wayproof/kernel/system'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import { retentionStore } from '@wayproof/operations/retention/retention-store'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  countOf,
  type SurveyWorld,
  surveyBeside,
  surveyWorld,
  travelerFile,
  travelerRows,
} from '../testing/survey-world.ts'
import { eraseTraveler } from '../travelers/erase-traveler.ts'
import { importTravelers } from '../travelers/import-travelers.ts'
import { openWave } from './open-wave.ts'

const census = { period: '2026-H1', mode: 'census', closesOn: '2026-07-31' } as const
const PEOPLE = 5000

async function largeRegister(): Promise<SurveyWorld> {
  const world = await surveyWorld()
  await publishQuestionnaire(world.ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  await importTravelers(world.ports, travelerFile(travelerRows(PEOPLE)))
  return world
}

const outboxOf = ({ database, ports }: SurveyWorld) => outboxStore({ database, keyring: ports.keyring, ids: systemIds })
const invited = async (world: SurveyWorld) => await countOf(world, 'invitation')
const TABLES = ['wave', 'wave_opening', 'invitation', 'letter', 'improvement WHERE told_wave_id IS NOT NULL']
const countRows = (world: SurveyWorld) => Promise.all(TABLES.map((table) => countOf(world, table)))

/** Milliseconds between two chunks of an opening that others disturb. */
const PAUSE_MS = 200

/** Waits until `opening` has written a part of the wave. */
async function half(world: SurveyWorld): Promise<void> {
  await vi.waitUntil(async () => (await invited(world)) > 0, { timeout: 60_000, interval: 1 })
  expect(await invited(world)).toBeLessThan(PEOPLE)
}

test('others can write while a large wave opens, and nobody sees any of it', async () => {
  const world = await largeRegister()
  const outbox = outboxOf(world)
  const now = world.ports.clock.now()
  const seen: number[] = []
  let done = false
  const others = (async () => {
    while (!done) {
      seen.push(
        await world.database.write(
          async (query) => (await query.get<{ n: number }>('SELECT count(*) AS n FROM invitation'))?.n ?? 0,
        ),
      )
      const claimed = await outbox.claim(10, now, now)
      if ((await countOf(world, 'wave')) === 0) expect(claimed).toEqual([])
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
  })()
  expect(await openWave(world.ports, census)).toMatchObject({ ok: true, value: { invited: PEOPLE } })
  done = true
  await others
  expect(new Set(seen.filter((count) => count > 0 && count < PEOPLE)).size).toBeGreaterThan(2)
  expect(await countRows(world)).toEqual([1, 0, PEOPLE, PEOPLE, 0])
  expect(await outbox.claim(10, now, now)).toHaveLength(10)
})

test('a traveler erased during the opening keeps neither invitation nor letter, invited or not yet', async () => {
  const world = await largeRegister()
  withLongPauses(world.database, PAUSE_MS)
  const opening = openWave(world.ports, census)
  await half(world)
  const erase = async (which: string) => {
    const [{ number } = { number: '' }] = await world.database.query.all<{ number: string }>(
      `SELECT customer_number AS number FROM traveler WHERE id ${which} (SELECT traveler_id FROM invitation) LIMIT 1`,
    )
    expect(await eraseTraveler(world.ports, { customerNumber: number })).toMatchObject({ ok: true })
  }
  await Promise.all([erase('IN'), erase('NOT IN')])
  // The counts are those of the sealed frame, which was drawn before the erasures.
  expect(await opening).toMatchObject({ ok: true, value: { invited: PEOPLE } })
  expect([await invited(world), await countOf(world, 'letter')]).toEqual([PEOPLE - 2, PEOPLE - 2])
  expect(await countOf(world, 'invitation WHERE traveler_id NOT IN (SELECT id FROM traveler)')).toBe(0)
})

async function killedOpening(world: SurveyWorld): Promise<void> {
  const script = fileURLToPath(new URL('testing/opening-process.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, placeOf(world.database)], { stdio: 'inherit' })
  onTestFinished(() => void child.kill('SIGKILL'))
  await half(world)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await untilOthersEnded(world.database)
}

test('the rows of a killed process are removed after two minutes without a sign of life, and the wave opens', async () => {
  const world = await largeRegister()
  await killedOpening(world)
  expect((await countRows(world)).slice(0, 2)).toEqual([0, 1])
  world.setNow('2026-07-01T01:02:01Z')
  expect(await openWave(world.ports, census)).toMatchObject({ ok: true, value: { invited: PEOPLE } })
  expect(await countRows(world)).toEqual([1, 0, PEOPLE, PEOPLE, 0])
})

test('the nightly deletion also removes them', async () => {
  const world = await largeRegister()
  await killedOpening(world)
  const retention = retentionStore(world.database, { timeZone: 'Asia/Shanghai' })
  await retention.deleteDue(Date.parse('2026-07-01T01:01:00Z'))
  expect((await countRows(world)).slice(0, 2)).toEqual([0, 1])
  await retention.deleteDue(Date.parse('2026-07-02T01:00:00Z'))
  expect(await countRows(world)).toEqual([0, 0, 0, 0, 0])
})

test('a process that outlived its lease leaves nothing behind, and throws', async () => {
  const world = await largeRegister()
  withLongPauses(world.database, PAUSE_MS)
  const opening = openWave(world.ports, census)
  await half(world)
  world.setNow('2026-07-01T01:10:00Z')
  await world.database.write((query) => query.run('UPDATE wave_opening SET lease_until = NULL'))
  await expect(opening).rejects.toThrow('took too long')
  expect(await countRows(world)).toEqual([0, 0, 0, 0, 0])
})

test('a second opening of the same half-year waits for the first, and opens the wave if that fails', async () => {
  const world = await largeRegister()
  const other = await surveyBeside(world)
  withLongPauses(world.database, PAUSE_MS)
  const first = openWave(world.ports, census)
  await half(world)
  const second = openWave(other.ports, census)
  await world.database.write((query) => query.run('UPDATE wave_opening SET lease_until = NULL'))
  await expect(first).rejects.toThrow('took too long')
  expect(await second).toMatchObject({ ok: true, value: { invited: PEOPLE } })
  expect(await countRows(world)).toEqual([1, 0, PEOPLE, PEOPLE, 0])
})
