import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { engines } from '@wayproof/database/testing/engines'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'
import { describe, expect, it } from 'vitest'
import { outboxStore } from './outbox-rows.ts'
import { ids, letter, outboxOf, ring, toTraveler } from './testing/outbox-of.ts'

const reasons = ({ query }: QueryDatabase) => query.all('SELECT state, reason FROM letter ORDER BY recipient_id')

const ADD_LETTER = `INSERT INTO letter (id, kind, recipient_kind, recipient_id, locale, data, dedupe_key, state, not_before,
    created_at)
  VALUES (@kind, @kind, 'rights-case', 'case', 'en', @data, @kind, 'queued', @at, @at)`

describe.each(engines)('the outbox on $engine', ({ open }) => {
  const outboxFor = async (travelers: readonly string[]) => {
    const { database, outbox } = await outboxOf(await open(), travelers)
    return { database: database as QueryDatabase, outbox }
  }

  it('decrypts addresses only when letters are claimed, oldest first, up to the limit, and not before their time', async () => {
    const { outbox } = await outboxFor(['a', 'b', 'c'])
    expect(await outbox.claim(10, 999, 2000)).toEqual([])
    const first = await outbox.claim(2, 1000, 2000)
    expect(first.map(({ to, attempt, fence }) => [to, attempt, fence])).toEqual([
      ['a@traveler.example', 1, 1],
      ['b@traveler.example', 1, 1],
    ])
    expect((await outbox.claim(10, 1000, 2000)).map(({ to }) => to)).toEqual(['c@traveler.example'])
    expect(first[0]?.letter).toEqual(letter)
  })

  it('stores no address and no link in the file', async () => {
    const { database } = await outboxFor(['a'])
    const row = JSON.stringify(await database.query.all('SELECT * FROM letter'))
    expect(row).not.toMatch(/traveler\.example|http/)
  })

  it('accepts the same letter once', async () => {
    const { outbox } = await outboxFor(['a'])
    expect(await outbox.post([toTraveler('a')], 5000)).toBe(0)
    expect((await outbox.counts()).queued).toBe(1)
  })

  it('does not send letters to suppressed or deleted recipients, also if the address was suppressed before an import', async () => {
    const { database, outbox } = await outboxFor(['a', 'b', 'c'])
    await database.write(async (query) => {
      await query.run(`INSERT INTO suppression (email_key, reason, at) VALUES (@key, 'unsubscribed', @at)`, {
        key: ring.mac('address-look-up', 'a@traveler.example'),
        at: new Date(1),
      })
      await query.run(`DELETE FROM traveler WHERE id = 'b'`)
    })
    expect((await outbox.claim(10, 1000, 2000)).map(({ to }) => to)).toEqual(['c@traveler.example'])
    expect(await reasons(database)).toEqual([
      { state: 'suppressed', reason: 'unsubscribed' },
      { state: 'suppressed', reason: 'recipient gone' },
      { state: 'queued', reason: null },
    ])
  })

  it('records each attempt with the reply of the mail server', async () => {
    const { database, outbox } = await outboxFor(['a'])
    const [first] = await outbox.claim(1, 1000, 2000)
    expect(await outbox.markDeferred(first!, '451 later', 1500, 3000)).toBe(true)
    expect(await outbox.claim(1, 2999, 4000)).toEqual([])
    const [second] = await outbox.claim(1, 3000, 4000)
    expect(second).toMatchObject({ attempt: 2, fence: 2 })
    expect(await outbox.markSent(second!, '250 ok', 3100)).toBe(true)
    const attempts = 'SELECT attempt, at, outcome, smtp_reply AS reply FROM delivery ORDER BY attempt'
    expect(await database.query.all(attempts)).toEqual([
      { attempt: 1, at: 1500, outcome: 'deferred', reply: '451 later' },
      { attempt: 2, at: 3100, outcome: 'sent', reply: '250 ok' },
    ])
    expect(await outbox.claim(1, 9000, 9999)).toEqual([])
  })

  it('ignores marks after a lost lease, and releases untried letters without counting an attempt', async () => {
    const { database, outbox } = await outboxFor(['a'])
    const [late] = await outbox.claim(1, 1000, 2000)
    expect(await outbox.claim(1, 2000, 3000)).toEqual([])
    const [now] = await outbox.claim(1, 2001, 3000)
    expect(await outbox.markSent(late!, '250 ok', 2100)).toBe(false)
    expect(await outbox.markSuppressed(late!, 2100)).toBe(false)
    await outbox.release([late!], 'not mine')
    expect(await outbox.claim(1, 2200, 3000)).toEqual([])
    await outbox.release([now!], 'connection refused')
    expect(await reasons(database)).toEqual([{ state: 'queued', reason: 'connection refused' }])
    expect((await outbox.claim(1, 2300, 3300))[0]).toMatchObject({ attempt: 1, fence: 3 })
    expect(await database.query.all('SELECT * FROM delivery')).toEqual([])
  })

  it('does not claim letters again that the process has in flight, and protects them from others, when the clock is set ahead', async () => {
    const { outbox } = await outboxFor(['a', 'b', 'c'])
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

  it('shares commits among concurrent marks, each with its own result', async () => {
    const travelers = Array.from({ length: 50 }, (_, n) => `t${n}`)
    const { outbox } = await outboxFor(travelers)
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

  it('marks a damaged letter as failed, once and with its damaged part, and claims the others', async () => {
    const travelers = ['address', 'data', 'fine', 'no-object']
    const { database, outbox } = await outboxFor(travelers)
    const damaged = new Uint8Array(40)
    await database.write(async (query) => {
      const contact = ring.seal('case-contact', 'case@traveler.example', new Uint8Array(NONCE_BYTES))
      await query.run(
        `INSERT INTO rights_case (id, kind, received_on, status, anonymous, locale, contact_sealed)
          VALUES ('case', 'access', '2026-01-01', 'received', FALSE, 'en', @contact)`,
        { contact },
      )
      await query.run(
        `INSERT INTO rights_message (case_id, number, author, purpose, day, text_sealed)
          VALUES ('case', 1, 'officer', 'answer', '', @damaged)`,
        { damaged },
      )
      await query.run(`UPDATE traveler SET email_sealed = @damaged WHERE id = 'address'`, { damaged })
      const spoil = (id: string, data: string) =>
        query.run('UPDATE letter SET data = @data WHERE recipient_id = @id', { id, data })
      await spoil('data', '{"invit')
      await spoil('no-object', 'null')
      await query.run(ADD_LETTER, { kind: 'rights-message', data: '{"number":1}', at: new Date(1000) })
      await query.run(ADD_LETTER, { kind: 'rights-code', data: '{"codeId', at: new Date(1000) })
    })
    const told: string[] = []
    const claim = () => outbox.claim(20, 1000, 2000, { unreadable: ({ part }) => told.push(part) })
    expect((await claim()).map(({ to }) => to)).toEqual(['fine@traveler.example'])
    expect(told.sort()).toEqual(['address', 'data', 'data', 'data', 'text'])
    expect(await reasons(database)).toEqual([
      { state: 'failed', reason: 'unreadable-address' },
      { state: 'failed', reason: 'unreadable-text' },
      { state: 'failed', reason: 'unreadable-data' },
      { state: 'failed', reason: 'unreadable-data' },
      { state: 'queued', reason: null },
      { state: 'failed', reason: 'unreadable-data' },
    ])
    const failed = await database.query.get(`SELECT count(*) AS n FROM delivery WHERE outcome = 'failed'`)
    expect(failed).toEqual({ n: 5 })
    expect(await outbox.claim(20, 9000, 9999, { unreadable: ({ part }) => told.push(part) })).toHaveLength(1)
    expect(told).toHaveLength(5)
  })

  it('gives each letter to one of several concurrent schedulers, and loses none', async () => {
    const travelers = Array.from({ length: 120 }, (_, n) => `t${n}`)
    const { database, outbox } = await outboxFor(travelers)
    const schedulers = [
      outbox,
      ...[1, 2, 3].map(() => outboxStore({ database: database as never, keyring: ring, ids })),
    ]
    const claims: string[] = []
    const work = async ({ claim, markSent }: typeof outbox): Promise<void> => {
      const claimed = await claim(7, 1000, 2000)
      claims.push(...claimed.map(({ id }) => id))
      const marks = await Promise.all(claimed.map((letter) => markSent(letter, '250 ok', 1100)))
      expect(marks).toEqual(claimed.map(() => true))
      if (claimed.length > 0) await work({ claim, markSent } as typeof outbox)
    }
    await Promise.all(schedulers.map(work))
    expect(new Set(claims).size).toBe(claims.length)
    expect(await outbox.claim(200, 1000, 2000)).toEqual([])
    expect(await outbox.counts()).toMatchObject({ sent: 120, queued: 0 })
  })
})
