import { NONCE_BYTES } from '@wayproof/kernel'
import { keyring } from '@wayproof/kernel/keyring'
import type { Letter, PostedLetter } from '@wayproof/letters'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openSqlite, type SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { timing } from '../engine/testing/timing.ts'
import { openTestSqlite } from '../testing/test-sqlite.ts'
import { outboxStore } from './outbox.ts'

const ring = keyring(new Uint8Array(32).fill(3))
let next = 0
const ids = {
  next: () => {
    next += 1
    return `00000000-0000-4000-8000-${String(next).padStart(12, '0')}`
  },
}

const letter: Letter = {
  kind: 'survey-invitation',
  locale: 'en',
  data: {
    ...{ invitationId: 'i', generation: 0, travelerId: 't', period: '2025-H2', closesOn: '2026-01-31' },
    smallestGroup: 5,
  },
}
const toTraveler = (id: string): PostedLetter => ({ letter, recipient: { kind: 'traveler', id }, dedupeKey: `k:${id}` })

function addTraveler(database: SqliteDatabase, id: string): Promise<void> {
  const email = `${id}@traveler.example`
  return database.write((sql) => {
    sql(`INSERT INTO traveler (id, customer_number, email_sealed, email_key, locale, trip_type, channel, region, last_trip,
        adult, basis_holds, import_id) VALUES (?, ?, ?, ?, 'en', 'group', 'app', 'east', '2025-11', 1, 1, 'x')`).run(
      id,
      id,
      ring.seal('address', email, new Uint8Array(NONCE_BYTES).fill(next)),
      ring.mac('address-look-up', email),
    )
  })
}

async function outboxOf(travelers: readonly string[]) {
  const database = await openTestSqlite()
  for (const id of travelers) await addTraveler(database, id)
  const outbox = outboxStore({ database, keyring: ring, ids })
  await outbox.post(travelers.map(toTraveler), 1000)
  return { database, outbox }
}

const reasons = (database: SqliteDatabase) =>
  database
    .read<{ state: string; reason: string | null }>('SELECT state, reason FROM letter ORDER BY recipient_id')
    .all()

describe('the outbox', () => {
  it('opens addresses only when letters are claimed, oldest first, up to the limit, and not before their time', async () => {
    const { outbox } = await outboxOf(['a', 'b', 'c'])
    expect(await outbox.claim(10, 999, 2000)).toEqual([])
    const first = await outbox.claim(2, 1000, 2000)
    expect(first.map(({ to, attempt, fence }) => [to, attempt, fence])).toEqual([
      ['a@traveler.example', 1, 1],
      ['b@traveler.example', 1, 1],
    ])
    expect((await outbox.claim(10, 1000, 2000)).map(({ to }) => to)).toEqual(['c@traveler.example'])
    expect(first[0]?.letter).toEqual(letter)
  })

  it('holds no address and no link in the file', async () => {
    const { database } = await outboxOf(['a'])
    const row = JSON.stringify(database.read('SELECT * FROM letter').all())
    expect(row).not.toMatch(/traveler\.example|http/)
  })

  it('takes the same letter once', async () => {
    const { outbox } = await outboxOf(['a'])
    expect(await outbox.post([toTraveler('a')], 5000)).toBe(0)
    expect((await outbox.counts()).queued).toBe(1)
  })

  it('sets aside the letters of who is suppressed or gone, also by an address suppressed before a new import', async () => {
    const { database, outbox } = await outboxOf(['a', 'b', 'c'])
    await database.write((sql) => {
      sql(`INSERT INTO suppression (email_key, reason, at) VALUES (?, 'unsubscribed', 1)`).run(
        ring.mac('address-look-up', 'a@traveler.example'),
      )
      sql('DELETE FROM traveler WHERE id = ?').run('b')
    })
    expect((await outbox.claim(10, 1000, 2000)).map(({ to }) => to)).toEqual(['c@traveler.example'])
    expect(reasons(database)).toEqual([
      { state: 'suppressed', reason: 'unsubscribed' },
      { state: 'suppressed', reason: 'recipient gone' },
      { state: 'queued', reason: null },
    ])
  })

  it('keeps a row an attempt with what the mail server said', async () => {
    const { database, outbox } = await outboxOf(['a'])
    const [first] = await outbox.claim(1, 1000, 2000)
    expect(await outbox.markDeferred(first!, '451 later', 1500, 3000)).toBe(true)
    expect(await outbox.claim(1, 2999, 4000)).toEqual([])
    const [second] = await outbox.claim(1, 3000, 4000)
    expect(second).toMatchObject({ attempt: 2, fence: 2 })
    expect(await outbox.markSent(second!, '250 ok', 3100)).toBe(true)
    expect(
      database.read('SELECT attempt, at, outcome, smtp_reply AS reply FROM delivery ORDER BY attempt').all(),
    ).toEqual([
      { attempt: 1, at: 1500, outcome: 'deferred', reply: '451 later' },
      { attempt: 2, at: 3100, outcome: 'sent', reply: '250 ok' },
    ])
    expect(await outbox.claim(1, 9000, 9999)).toEqual([])
  })

  it('lets whoever lost the lease mark nothing, and puts back untried letters without an attempt', async () => {
    const { database, outbox } = await outboxOf(['a'])
    const [late] = await outbox.claim(1, 1000, 2000)
    expect(await outbox.claim(1, 2000, 3000)).toEqual([])
    const [now] = await outbox.claim(1, 2001, 3000)
    expect(await outbox.markSent(late!, '250 ok', 2100)).toBe(false)
    expect(await outbox.markSuppressed(late!, 2100)).toBe(false)
    await outbox.release([late!], 'not mine')
    expect(await outbox.claim(1, 2200, 3000)).toEqual([])
    await outbox.release([now!], 'connection refused')
    expect(reasons(database)).toEqual([{ state: 'queued', reason: 'connection refused' }])
    expect((await outbox.claim(1, 2300, 3300))[0]).toMatchObject({ attempt: 1, fence: 3 })
    expect(database.read('SELECT * FROM delivery').all()).toEqual([])
  })

  it('leaves out what the asking process still has in hands, and keeps it from others, when the clock is set ahead', async () => {
    const { outbox } = await outboxOf(['a', 'b', 'c'])
    const [held] = await outbox.claim(1, 1000, 2000)
    const inFlight = new Set([held!.id])
    expect((await outbox.claim(10, 5000, 6000, { inFlight })).map(({ to }) => to)).toEqual([
      'b@traveler.example',
      'c@traveler.example',
    ])
    expect(await outbox.claim(10, 5500, 6500)).toEqual([])
    expect(await outbox.markSent(held!, '250 ok', 5600)).toBe(true)
    expect(await outbox.counts()).toMatchObject({ sent: 1, queued: 2 })
  })

  it('shares commits among marks that come together, each told its own result', async () => {
    const travelers = Array.from({ length: 50 }, (_, n) => `t${n}`)
    const { outbox } = await outboxOf(travelers)
    const claims = await outbox.claim(50, 1000, 2000)
    const marked = await Promise.all(
      claims.map((claim, n) => outbox.markSent(n % 2 === 0 ? claim : { ...claim, fence: 99 }, '250 ok', 1100)),
    )
    expect(marked).toEqual(claims.map((_, n) => n % 2 === 0))
    expect(await outbox.counts()).toEqual({
      queued: 25,
      sent: 25,
      written: 0,
      failed: 0,
      suppressed: 0,
      bounced: 0,
      complained: 0,
    })
  })

  it('sets a letter aside that is damaged, once and with what of it, and claims the others', async () => {
    const travelers = ['address', 'data', 'fine', 'no-object']
    const { database, outbox } = await outboxOf(travelers)
    await database.write((sql) => {
      sql(`INSERT INTO rights_case (id, kind, received_on, status, anonymous, locale, contact_sealed)
        VALUES ('case', 'access', '2026-01-01', 'received', 0, 'en', ?)`).run(
        ring.seal('case-contact', 'case@traveler.example', new Uint8Array(NONCE_BYTES)),
      )
      sql(
        `INSERT INTO rights_message (case_id, number, author, purpose, day, text_sealed)
          VALUES ('case', 1, 'officer', 'answer', '', ?)`,
      ).run(new Uint8Array(40))
      sql('UPDATE traveler SET email_sealed = ? WHERE id = ?').run(new Uint8Array(40), 'address')
      sql('UPDATE letter SET data = ? WHERE recipient_id = ?').run('{"invit', 'data')
      sql('UPDATE letter SET data = ? WHERE recipient_id = ?').run('null', 'no-object')
      for (const [kind, data] of [
        ['rights-message', '{"number":1}'],
        ['rights-code', '{"codeId'],
      ] as const)
        sql(`INSERT INTO letter (id, kind, recipient_kind, recipient_id, locale, data, dedupe_key, state, not_before, created_at)
          VALUES (?, ?, 'rights-case', 'case', 'en', ?, ?, 'queued', 1000, 1000)`).run(kind, kind, data, kind)
    })
    const told: string[] = []
    const claim = () => outbox.claim(20, 1000, 2000, { unreadable: ({ part }) => told.push(part) })
    expect((await claim()).map(({ to }) => to)).toEqual(['fine@traveler.example'])
    expect(told.sort()).toEqual(['address', 'data', 'data', 'data', 'text'])
    expect(reasons(database)).toEqual([
      { state: 'failed', reason: 'unreadable-address' },
      { state: 'failed', reason: 'unreadable-text' },
      { state: 'failed', reason: 'unreadable-data' },
      { state: 'failed', reason: 'unreadable-data' },
      { state: 'queued', reason: null },
      { state: 'failed', reason: 'unreadable-data' },
    ])
    expect(database.read(`SELECT count(*) AS n FROM delivery WHERE outcome = 'failed'`).get()).toEqual({ n: 5 })
    expect(await outbox.claim(20, 9000, 9999, { unreadable: ({ part }) => told.push(part) })).toHaveLength(1)
    expect(told).toHaveLength(5)
  })

  it('claims nothing while the disk keeps failing, so that nothing is sent whose mark would be refused', async () => {
    const { database: sound } = await outboxOf(['a', 'b', 'c'])
    let failing = true
    const use = async () => {
      if (failing) throw new Error('the disk is gone')
    }
    const database = openSqlite({ file: sound.file, ...timing, disk: { flushLog: use, checkpoint: use } })
    onTestFinished(() => database.close())
    const outbox = outboxStore({ database, keyring: ring, ids })
    const [first] = await outbox.claim(1, 1000, 2000)
    await outbox.markSent(first!, '250 ok', 1000)
    await expect(database.sync()).rejects.toThrow('the disk is gone')
    await expect(outbox.claim(2, 1000, 2000)).rejects.toThrow('the disk is gone')
    await expect(outbox.claim(2, 1000, 2000)).rejects.toThrow('the disk is gone')
    expect(sound.read('SELECT fence FROM letter ORDER BY fence').all()).toEqual([
      { fence: 0 },
      { fence: 0 },
      { fence: 1 },
    ])
    failing = false
    expect(await outbox.claim(2, 1000, 2000)).toHaveLength(2)
  })
})
