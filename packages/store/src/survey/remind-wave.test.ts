import { closeWave, remindWave } from '@wayproof/survey'
import { expect, test } from 'vitest'
import { countOf, invitations, openedWave, submit, surveyWorld, tokens } from './testing/survey-world.ts'

const period = '2026-H1'

test('one reminder goes to those who have not answered, are not suppressed and whose letter was not refused', async () => {
  const world = await surveyWorld()
  await openedWave(world, 5)
  const [token = ''] = tokens(world)
  const [answered, suppressed, refused, ...rest] = invitations(world)
  await submit(world, token, { overall: '5' })
  await world.ports.store.suppressTraveler(suppressed?.traveler_id ?? '', 'bounced', 0)
  await world.database.write((sql) =>
    sql(`UPDATE letter SET state = 'failed' WHERE dedupe_key = ?`).run(`invitation:${refused?.id}`),
  )
  world.setNow('2026-07-15T00:00:00Z')
  expect(await remindWave(world.ports, { period })).toEqual({ ok: true, value: { posted: 2 } })
  const letters = world.database
    .read<Record<string, unknown>>(`SELECT * FROM letter WHERE kind = 'survey-reminder' ORDER BY dedupe_key`)
    .all()
  expect(letters.map(({ dedupe_key }) => dedupe_key)).toEqual(rest.map(({ id }) => `reminder:${id}`))
  expect(letters[0]).toMatchObject({
    state: 'queued',
    not_before: Date.parse('2026-07-15T00:00:00Z'),
    recipient_id: rest[0]?.traveler_id,
  })
  expect(JSON.parse(String(letters[0]?.data))).toMatchObject({
    invitationId: rest[0]?.id,
    period,
    closesOn: '2026-07-31',
  })
  expect(answered?.id).toBeDefined()
})

test('a wave is reminded once, also by two at once', async () => {
  const world = await surveyWorld()
  await openedWave(world, 4)
  const both = await Promise.all([remindWave(world.ports, { period }), remindWave(world.ports, { period })])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await remindWave(world.ports, { period })).toEqual({ ok: false, fault: { code: 'already-reminded' } })
  expect(countOf(world, `letter WHERE kind = 'survey-reminder'`)).toBe(4)
})

test('who answers before the reminder has left gets none', async () => {
  const world = await surveyWorld()
  await openedWave(world, 4)
  await remindWave(world.ports, { period })
  await submit(world, tokens(world)[0] ?? '', { overall: '5' })
  expect(countOf(world, `letter WHERE kind = 'survey-reminder'`)).toBe(3)
})

test('a wave that is over or not there is not reminded', async () => {
  const world = await surveyWorld()
  await openedWave(world, 4)
  expect(await remindWave(world.ports, { period: '2020-H1' })).toMatchObject({ fault: { code: 'no-wave' } })
  world.setNow('2026-07-31T16:00:00Z')
  expect(await remindWave(world.ports, { period })).toMatchObject({ fault: { code: 'wave-closed' } })
  await closeWave(world.ports, { period })
  expect(await remindWave(world.ports, { period })).toMatchObject({ fault: { code: 'wave-closed' } })
  expect(countOf(world, `letter WHERE kind = 'survey-reminder'`)).toBe(0)
})
