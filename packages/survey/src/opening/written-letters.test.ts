import { systemIds } from '@wayproof/kernel/system'
import { reportMarks } from '@wayproof/letters/outbox/mark-reported'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import { expect, test } from 'vitest'
import {
  closeAtOnce,
  openedWave,
  remindNow,
  type SurveyWorld,
  submit,
  surveyWorld,
  tokens,
} from '../testing/survey-world.ts'
import { eraseTraveler } from '../travelers/erase-traveler.ts'
import { countOpenWaves } from '../waves/count-open-waves.ts'
import { listUndelivered } from '../waves/list-undelivered.ts'

const period = '2026-H1'
const MINUTE = 60_000

/** Marks every due letter: the first `sent` as sent by a mail server, the others as written to a folder. */
async function deliver({ database, ports }: SurveyWorld, sent = 0): Promise<void> {
  const outbox = outboxStore({ database, ids: systemIds, keyring: ports.keyring })
  const now = ports.clock.now()
  const claims = await outbox.claim(1000, now, now + MINUTE)
  for (const [place, claim] of claims.entries())
    await (place < sent ? outbox.markSent(claim, '250 taken', now) : outbox.markWritten(claim, `${place}.eml`, now))
}

async function world(travelers: number, sent = 0): Promise<SurveyWorld> {
  const opened = await surveyWorld()
  await openedWave(opened, travelers)
  await deliver(opened, sent)
  return opened
}

async function shown({ ports }: SurveyWorld) {
  const funnel = await ports.store.funnel(period)
  if (!funnel) throw new Error('no wave')
  const { delivered, written, reminded } = funnel
  return { delivered, written, reminded }
}

const undelivered = async ({ ports }: SurveyWorld) => {
  const listed = await listUndelivered(ports, { period, offset: 0, limit: 50 })
  if (!listed.ok) throw new Error(listed.fault.code)
  return listed.value
}

test('letters in a folder never count as delivered, in the hourly figures and after the close, unlinked or not', async () => {
  const at = await world(20, 5)
  expect(await shown(at)).toEqual({ delivered: null, written: null, reminded: null })
  at.setNow('2026-07-01T02:00:12Z')
  await countOpenWaves(at.ports)
  expect(await shown(at)).toEqual({ delivered: 5, written: 15, reminded: null })
  const counts = await outboxStore({ database: at.database, ids: systemIds, keyring: at.ports.keyring }).counts()
  expect(counts).toMatchObject({ sent: 5, written: 15 })
  await closeAtOnce(at, period)
  expect(await shown(at)).toEqual({ delivered: 5, written: 15, reminded: 0 })
})

test('each is listed as written to a folder, with the name of its file, also after unlinking', async () => {
  const at = await world(3, 1)
  const expected = {
    total: 2,
    letters: ['1.eml', '2.eml'].map((reply) => ({
      ...{
        kind: 'invitation',
        state: 'written',
        byPolicy: false,
        mayBeSentAgain: false,
        reason: null,
        reply,
        at: at.ports.clock.now(),
      },
      customerNumber: expect.stringMatching(/^C-\d$/),
    })),
  }
  const byReply = async () => {
    const { total, letters } = await undelivered(at)
    return { total, letters: letters.toSorted((a, b) => String(a.reply).localeCompare(String(b.reply))) }
  }
  expect(await byReply()).toEqual(expected)
  await closeAtOnce(at, period)
  expect(await byReply()).toEqual(expected)
})

test('with a folder the survey continues: recipients are reminded twice, and no reminder counts as sent', async () => {
  const at = await world(8)
  await submit(at, (await tokens(at))[0] ?? '', { overall: '5' })
  for (const day of ['2026-07-08', '2026-07-15']) {
    at.setNow(`${day}T01:00:00Z`)
    expect(await remindNow(at)).toBe(7)
    await deliver(at)
  }
  at.setNow('2026-07-15T03:00:00Z')
  await countOpenWaves(at.ports)
  expect(await shown(at)).toEqual({ delivered: 0, written: 5, reminded: null })
})

test('an erasure does not change the counts of a wave', async () => {
  const at = await world(10)
  await eraseTraveler(at.ports, { email: 'traveler-3@example.com' })
  at.setNow('2026-07-01T02:00:12Z')
  await countOpenWaves(at.ports)
  expect(await shown(at)).toMatchObject({ delivered: 0, written: 10 })
})

test('a bounce of a letter that was sent by other means suppresses the address, and does not lower the delivered count again', async () => {
  const at = await world(3, 1)
  await closeAtOnce(at, period)
  const letter = await at.database.query.get<{ id: string; email_key: Uint8Array }>(
    `SELECT letter.id, email_key FROM letter JOIN traveler ON traveler.id = recipient_id WHERE state = 'written'`,
  )
  const { id, email_key } = letter ?? { id: '', email_key: new Uint8Array() }
  const mark = reportMarks(at.database, at.ports)
  const about = { letterId: id, addressMark: email_key.subarray(0, 2) }
  expect(await mark({ kind: 'hard', cause: 'no-mailbox', detail: '550', letter: about }, at.ports.clock.now())).toBe(
    true,
  )
  expect(await shown(at)).toMatchObject({ delivered: 1, written: 1 })
})
