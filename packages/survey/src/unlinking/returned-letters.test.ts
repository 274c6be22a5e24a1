import { systemIds } from '@wayproof/kernel/system'
import { reportMarks } from '@wayproof/letters/outbox/mark-reported'
import type { ClaimedLetter } from '@wayproof/letters/outbox/outbox'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import { expect, test } from 'vitest'
import { closeAtOnce, exactFunnel, openedWave, type SurveyWorld, surveyWorld } from '../testing/survey-world.ts'
import { listUndelivered } from '../waves/list-undelivered.ts'
import { remindWave } from '../waves/remind-wave.ts'

const period = '2026-H1'

/** A wave of ten: the invitations of #0 and #1 were returned, and the others were reminded. */
async function remindedWave() {
  const world = await surveyWorld()
  await openedWave(world, 10)
  const outbox = outboxStore({ database: world.database, keyring: world.ports.keyring, ids: systemIds })
  const sendAll = async () => {
    const now = world.ports.clock.now()
    const claims = await outbox.claim(20, now, now + 60_000)
    for (const claim of claims) await outbox.markSent(claim, '250 ok', now)
    return claims
  }
  const mark = reportMarks(world.database, world.ports)
  const report = ({ id, to }: ClaimedLetter, kind: 'hard' | 'soft' | 'complaint', at: string) => {
    const addressMark = world.ports.keyring.mac('address-look-up', to).subarray(0, 2)
    return mark(
      { kind, cause: null, letter: { letterId: id, addressMark }, detail: `5.1.1 no such user, ref ${at}` },
      Date.parse(at),
    )
  }
  const [bounced, complained] = await sendAll()
  await report(bounced!, 'hard', '2026-07-01T01:07:00Z')
  await report(complained!, 'complaint', '2026-07-02T01:00:00Z')
  world.setNow('2026-07-12T01:00:00Z')
  await remindWave(world.ports, { period })
  return { world, report, invitations: [bounced!, complained!], reminders: await sendAll() }
}

interface Trace {
  readonly customer: string
  readonly state: string
  readonly suppressed: string | null
}

const PEOPLE = `SELECT letter.id, customer_number AS customer, letter.kind, letter.state, letter.reason, letter.attempts,
    letter.fence, suppression.reason AS suppressed, suppression.at
  FROM traveler JOIN letter ON letter.recipient_id = traveler.id
  JOIN suppression ON suppression.email_key = traveler.email_key`

const DELIVERIES = `SELECT number, attempt, at, outcome, smtp_reply FROM delivery WHERE letter_id = @id ORDER BY number`

/** Everything that the database reveals without the key about travelers with a suppressed address, except their own ids. */
async function traces({ database: { query } }: SurveyWorld): Promise<Trace[]> {
  const people = await query.all<Trace & { readonly id: string }>(PEOPLE)
  return Promise.all(
    people.map(async ({ id, ...trace }) => ({ ...trace, ledger: await query.all(DELIVERIES, { id }) })),
  )
}

const customer = ({ to }: ClaimedLetter) => to.replace(/^traveler-(\d+)@.*$/, 'C-$1')

test('after unlinking nothing reveals whether a reminder or the invitation was returned', async () => {
  const { world, report, invitations, reminders } = await remindedWave()
  const [first, second, third, fourth] = reminders
  await report(first!, 'hard', '2026-07-12T01:05:00Z')
  await report(second!, 'complaint', '2026-07-13T01:05:00Z')
  await report(second!, 'soft', '2026-07-13T01:06:00Z')
  const before = await exactFunnel(world)
  await closeAtOnce(world, period)
  for (const kind of ['soft', 'hard', 'hard'] as const) await report(third!, kind, '2026-07-20T01:05:00Z')
  await report(fourth!, 'complaint', '2026-07-21T01:05:00Z')
  const told = await traces(world)
  expect(told.map((trace) => trace.customer).toSorted()).toEqual(
    [...invitations, second!, fourth!].map(customer).toSorted(),
  )
  const shapes = (state: string) =>
    told.filter(({ suppressed }) => suppressed === state).map(({ customer: _, ...trace }) => JSON.stringify(trace))
  expect(shapes('bounced')).toHaveLength(1)
  expect(shapes('complained')).toHaveLength(3)
  for (const state of ['bounced', 'complained']) {
    expect(new Set(shapes(state)).size).toBe(1)
    expect(JSON.parse(shapes(state)[0] ?? '{}')).toMatchObject({ state, kind: 'survey-invitation' })
  }
  // Neither do the counts: a reminder that came back changes none of them.
  const after = await exactFunnel(world)
  expect(before).toMatchObject({ value: { delivered: 9 } })
  expect(after).toMatchObject({ value: { delivered: 9, reminded: 5 } })
})

test('an officer sees how many letters of an unlinked wave were returned, and not whose', async () => {
  const { world, report, reminders } = await remindedWave()
  await report(reminders[0]!, 'hard', '2026-07-12T01:05:00Z')
  const listed = async () => {
    const found = await listUndelivered(world.ports, { period, offset: 0, limit: 9 })
    return found.ok ? found.value.letters : []
  }
  expect((await listed()).map(({ kind, customerNumber }) => [kind, customerNumber !== null])).toEqual([
    ['invitation', true],
  ])
  await closeAtOnce(world, period)
  const row = {
    kind: 'either',
    customerNumber: null,
    state: 'bounced',
    at: world.ports.clock.now(),
    reply: '',
    byPolicy: false,
    mayBeSentAgain: false,
  }
  expect(await listed()).toEqual([{ ...row, reason: null }])
})
