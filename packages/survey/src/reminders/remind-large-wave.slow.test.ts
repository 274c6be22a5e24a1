import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { placeOf } from '@wayproof/database/testing/database-at'
import { untilOthersEnded } from '@wayproof/database/testing/other-processes'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  closeAtOnce,
  countOf,
  markSent,
  openedWave,
  remindNow,
  type SurveyWorld,
  surveyWorld,
} from '../testing/survey-world.ts'
import { remindWave } from '../waves/remind-wave.ts'

const period = '2026-H1'
const PEOPLE = 2500

async function largeWave(): Promise<SurveyWorld> {
  const world = await surveyWorld()
  await openedWave(world, PEOPLE)
  await markSent(world, world.ports.clock.now())
  world.setNow('2026-07-15T00:00:00Z')
  return world
}

const reminders = async (world: SurveyWorld) => await countOf(world, `letter WHERE kind = 'survey-reminder'`)
const some = (count: number) => count > 0 && count < PEOPLE

test('others can write while a large wave is reminded, and the event loop stays free', async () => {
  const world = await largeWave()
  const seen: number[] = []
  let done = false
  const others = (async () => {
    while (!done) {
      seen.push(
        await world.database.write(
          async (query) =>
            (await query.get<{ n: number }>(`SELECT count(*) AS n FROM letter WHERE kind = 'survey-reminder'`))?.n ?? 0,
        ),
      )
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
  })()
  expect(await remindNow(world)).toBe(PEOPLE)
  done = true
  await others
  expect(new Set(seen.filter(some)).size).toBeGreaterThan(3)
  expect(await countOf(world, 'wave WHERE reminded_at = @at', { at: new Date('2026-07-15T00:00:00Z') })).toBe(1)
  expect(await remindNow(world)).toBe(0)
})

test('a killed process loses no reminder and duplicates none', async () => {
  const world = await largeWave()
  const script = fileURLToPath(new URL('testing/reminding-process.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, placeOf(world.database)], { stdio: 'inherit' })
  onTestFinished(() => void child.kill('SIGKILL'))
  await vi.waitUntil(async () => (await reminders(world)) > 0, { timeout: 60_000, interval: 5 })
  child.kill('SIGKILL')
  await once(child, 'exit')
  await untilOthersEnded(world.database)
  const posted = await reminders(world)
  expect(some(posted)).toBe(true)
  expect(await remindNow(world)).toBe(PEOPLE - posted)
  expect(await countOf(world, `(SELECT DISTINCT recipient_id FROM letter WHERE kind = 'survey-reminder')`)).toBe(PEOPLE)
  expect(await reminders(world)).toBe(PEOPLE)
})

test('a wave that closes during the reminding sends no further reminder', async () => {
  const world = await largeWave()
  const reminding = remindWave(world.ports, { period })
  await vi.waitUntil(async () => (await reminders(world)) > 0, { timeout: 60_000, interval: 1 })
  await closeAtOnce(world, period)
  expect(await reminding).toEqual({ ok: true, value: null })
  expect(await reminders(world)).toBe(0)
})
