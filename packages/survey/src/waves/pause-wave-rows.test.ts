import { systemIds } from '@wayproof/kernel/system'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import { describe, expect, it } from 'vitest'
import { openedWave, type SurveyWorld, submit, surveyWorld, tokens } from '../testing/survey-world.ts'
import { countOpenWaves } from './count-open-waves.ts'
import { pauseWave, resumeWave } from './pause-wave.ts'
import { remindWave } from './remind-wave.ts'
import { watchLetters } from './watch-letters.ts'

const period = '2026-H1'
const NOW = Date.parse('2026-07-02T01:00:00Z')
const OVER = Date.parse('2026-08-01T01:00:00Z')

async function worldWith(count: number) {
  const world = await surveyWorld()
  await openedWave(world, count)
  await world.database.write(async (query) => {
    for (const [id, role, locale] of [
      ['o1', 'officer', 'zh-CN'],
      ['o2', 'officer', 'en'],
      ['e1', 'executive', 'en'],
    ] as const)
      await query.run(
        `INSERT INTO "user" (id, name, email, email_verified, role, locale, created_at, updated_at)
        VALUES (@id, @id, @email, true, @role, @locale, @at, @at)`,
        { id, email: `${id}@faraway.example`, role, locale, at: new Date(0) },
      )
  })
  const outbox = outboxStore({ database: world.database, keyring: world.ports.keyring, ids: systemIds })
  /** Sends `sent` letters and lets `refused` be refused. */
  const deliver = async (sent: number, refused: number) => {
    const claims = await outbox.claim(sent + refused, NOW, NOW + 60_000)
    for (const [index, claim] of claims.entries()) {
      if (index < sent) await outbox.markSent(claim, '250 ok', NOW)
      else await outbox.markFailed(claim, '550 no', NOW)
    }
    return claims.map(({ id }) => id)
  }
  const watch = () => watchLetters(world.ports)
  return { world, outbox, deliver, watch }
}

const told = async ({ database }: SurveyWorld) =>
  (
    await database.query.all<{ recipient: string; locale: string; data: string }>(
      `SELECT recipient_id AS recipient, locale, data FROM letter WHERE kind = 'wave-paused' ORDER BY recipient_id`,
    )
  ).map(({ data, ...letter }) => ({ ...letter, ...JSON.parse(data) }))

describe('a paused wave', () => {
  it('sends no letters, accepts answers, and continues later without sending a letter twice', async () => {
    const { world, outbox, deliver } = await worldWith(10)
    const first = await deliver(4, 0)
    const [claimed] = await outbox.claim(1, NOW, NOW + 60_000)
    expect(await pauseWave(world.ports, { period })).toEqual({ ok: true, value: null })
    expect((await world.ports.store.wave(period))?.paused).toMatchObject({ reason: 'officer' })
    expect(await outbox.claim(10, NOW, NOW + 60_000)).toEqual([])
    expect(await outbox.eligibility(claimed!.id, NOW)).toBe('held')
    await outbox.release([claimed!], null)
    expect((await submit(world, (await tokens(world))[0]!, { overall: '5' })).ok).toBe(true)
    world.setNow('2026-07-02T01:00:00Z')
    expect((await remindWave(world.ports, { period })).ok).toBe(true)
    expect(await outbox.claim(50, NOW, NOW + 60_000)).toEqual([])

    expect(await resumeWave(world.ports, { period })).toEqual({ ok: true, value: null })
    expect(await outbox.eligibility(claimed!.id, NOW)).toBe('due')
    const rest = await outbox.claim(50, NOW, NOW + 60_000)
    const invitations = rest.filter(({ letter }) => letter.kind === 'survey-invitation').map(({ id }) => id)
    expect(new Set([...first, ...invitations]).size).toBe(10)
    expect(invitations).toHaveLength(6)
    expect(await told(world)).toEqual([])
  })

  it('is paused and resumed once, and not if it is over or unknown', async () => {
    const { world } = await worldWith(2)
    const both = await Promise.all([pauseWave(world.ports, { period }), pauseWave(world.ports, { period })])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await pauseWave(world.ports, { period })).toMatchObject({ fault: { code: 'already-paused' } })
    expect((await resumeWave(world.ports, { period })).ok).toBe(true)
    expect(await resumeWave(world.ports, { period })).toMatchObject({ fault: { code: 'not-paused' } })
    for (const act of [pauseWave, resumeWave]) {
      expect(await act(world.ports, { period: '2020-H1' })).toMatchObject({ fault: { code: 'no-wave' } })
    }
    world.setNow(new Date(OVER).toISOString())
    for (const act of [pauseWave, resumeWave]) {
      expect(await act(world.ports, { period })).toMatchObject({ fault: { code: 'wave-closed' } })
    }
  })
})

describe('a wave with refused letters', () => {
  it('is paused automatically above 5 % refused of 20, informs each officer once in their language, and is judged again after resuming', async () => {
    const { world, outbox, deliver, watch } = await worldWith(80)
    await deliver(18, 1)
    expect(await watch()).toEqual([])
    await deliver(0, 1)
    expect(await watch()).toEqual([{ period, reason: 'hard-bounces' }])
    expect(await watch()).toEqual([])
    const letter = { period, reason: 'hard-bounces', tried: 20, refused: 2, complained: 0 }
    expect(await told(world)).toEqual([
      { recipient: 'o1', locale: 'zh-CN', ...letter },
      { recipient: 'o2', locale: 'en', ...letter },
    ])
    // Letters to officers do not belong to the wave, so they are sent.
    expect((await outbox.claim(10, OVER - 1, OVER)).map(({ to }) => to).sort()).toEqual([
      'o1@faraway.example',
      'o2@faraway.example',
    ])

    await resumeWave(world.ports, { period })
    await deliver(19, 0)
    expect(await watch()).toEqual([])
    await deliver(0, 2)
    expect(await watch()).toEqual([{ period, reason: 'hard-bounces' }])
  })
})

describe('a wave with complaints', () => {
  const complain = ({ database }: SurveyWorld, kind: string, count: number) =>
    database.write((query) =>
      query.run(
        `UPDATE letter SET state = 'complained' WHERE id IN
          (SELECT id FROM letter WHERE kind = @kind AND state = 'sent' ORDER BY id LIMIT @count + 0)`,
        { kind, count },
      ),
    )

  it('is paused at three of few, with its reason in the letter, and is judged again after resuming', async () => {
    const { world, deliver, watch } = await worldWith(12)
    await deliver(12, 0)
    await complain(world, 'survey-invitation', 2)
    expect(await watch()).toEqual([])
    await complain(world, 'survey-invitation', 1)
    expect(await watch()).toEqual([{ period, reason: 'complaints' }])
    const letter = { period, reason: 'complaints', tried: 12, refused: 0, complained: 3 }
    expect(await told(world)).toMatchObject([letter, letter])
    await resumeWave(world.ports, { period })
    expect(await watch()).toEqual([])
    await complain(world, 'survey-invitation', 3)
    expect(await watch()).toEqual([{ period, reason: 'complaints' }])
  })

  it('about reminders is paused only by the count of the last full hour, in steps', async () => {
    const { world, deliver, watch, outbox } = await worldWith(12)
    await deliver(12, 0)
    world.setNow('2026-07-10T01:01:00Z')
    await remindWave(world.ports, { period })
    const now = world.ports.clock.now()
    for (const claim of await outbox.claim(50, now, now + 60_000)) await outbox.markSent(claim, '250 ok', now)
    await complain(world, 'survey-reminder', 4)
    await countOpenWaves({ ...world.ports, timeZone: 'Asia/Shanghai' })
    expect(await watch()).toEqual([])
    await complain(world, 'survey-reminder', 1)
    expect(await watch()).toEqual([])
    world.setNow('2026-07-10T02:01:00Z')
    await countOpenWaves({ ...world.ports, timeZone: 'Asia/Shanghai' })
    expect(await watch()).toEqual([{ period, reason: 'complaints' }])
  })
})
