import { engines, openBeside } from '@wayproof/database/testing/engines'
import { momentBefore } from '@wayproof/operations/retention/due-deletion'
import { auditEntries } from '@wayproof/operations/retention/due-deletions'
import { describe, expect, it } from 'vitest'
import { actingAs } from './acting-user.ts'
import { auditLogStore } from './audit-log-store.ts'
import { insertAuditEntry } from './rows/insert-audit-entry.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const noon = Date.parse('2026-07-01T12:00:00Z')
const timeZone = 'Asia/Shanghai'
const everything = { act: null, actorId: null, subject: '', from: null, to: null, hidden: [], offset: 0, limit: 50 }

const SWAP = `UPDATE audit_entry SET subject = CASE number WHEN 2 THEN 'file 3' ELSE 'file 2' END WHERE number IN (2, 3)`

describe.each(engines)('the audit log on $engine', ({ open }) => {
  const opened = async () => {
    const database = await open()
    const { user, formerUser } = await database.records()
    const common = {
      role: 'officer',
      emailVerified: true,
      locale: 'en',
      createdAt: new Date(1),
      updatedAt: new Date(1),
    }
    await user.create({ data: { id: 'lin', name: 'Lin', email: 'lin@x.example', ...common } })
    const removed = { removedAt: new Date(2), removedById: 'lin', removedBy: 'Lin' }
    await formerUser.create({ data: { id: 'ma', name: 'Ma', role: 'officer', ...removed } })
    return { database, log: auditLogStore(database, { timeZone }) }
  }

  it('names the user for whom the call runs, also one who was removed, and no one otherwise', async () => {
    const { database, log } = await opened()
    await actingAs({ actorId: 'lin', at: noon }, () => log.add({ act: 'exported', at: noon, subject: 'incidents' }))
    await actingAs({ actorId: 'ma', at: noon }, () =>
      database.write((query) => insertAuditEntry(query, { act: 'imported', at: noon, details: { rows: 3 } })),
    )
    await log.add({ act: 'user-removed', at: noon, subject: 'ma' })
    const entries = await log.search(everything)
    expect(await log.count(everything)).toBe(3)
    expect(entries.map(({ act, by, about, details }) => [act, by, about, details])).toEqual([
      ['user-removed', null, 'Ma', {}],
      ['imported', 'Ma', null, { rows: 3 }],
      ['exported', 'Lin', null, {}],
    ])
    expect(await log.actors([])).toEqual([
      { id: 'lin', name: 'Lin' },
      { id: 'ma', name: 'Ma' },
    ])
  })

  it('gives the newest entries without what they say', async () => {
    const { log } = await opened()
    await actingAs({ actorId: 'lin', at: noon }, () => log.add({ act: 'exported', at: noon, subject: 'incidents.csv' }))
    await log.add({ act: 'frozen', at: noon, subject: '2026-H1' })
    await log.add({ act: 'closed', at: noon - DAY, subject: '2026-H1' })
    const [closed, frozen, ...older] = await log.newest(2)
    expect([closed, frozen, older]).toMatchObject([
      { act: 'closed', actorId: null },
      { act: 'frozen', actorId: null },
      [],
    ])
    expect(Object.keys(closed ?? {})).toEqual(['id', 'at', 'act', 'actorId'])
    expect((await log.newest(9)).map(({ actorId }) => actorId)).toEqual([null, null, 'lin'])
  })

  it('is searched by act, actor, subject and days of the organization, page by page', async () => {
    const { log } = await opened()
    const lateEvening = Date.parse('2026-07-01T16:30:00Z')
    await actingAs({ actorId: 'lin', at: noon }, () => log.add({ act: 'exported', at: noon, subject: 'incidents.csv' }))
    await log.add({ act: 'frozen', at: lateEvening, subject: '2026-H1' })
    const found = async (query: Partial<typeof everything> & object) =>
      (await log.search({ ...everything, ...query })).map(({ act }) => act)
    expect(await found({ act: 'frozen' } as object)).toEqual(['frozen'])
    expect(await found({ actorId: 'lin' } as object)).toEqual(['exported'])
    expect(await found({ subject: 'incid' })).toEqual(['exported'])
    expect(await found({ from: '2026-07-02' } as object)).toEqual(['frozen'])
    expect(await found({ to: '2026-07-01' } as object)).toEqual(['exported'])
    expect(await found({ offset: 1, limit: 1 })).toEqual(['exported'])
    expect(await found({ hidden: [{ act: 'exported', subjectStart: 'inc' }] } as object)).toEqual(['frozen'])
    expect(await found({ hidden: [{ act: 'exported', subjectStart: 'people' }] } as object)).toHaveLength(2)
  })

  it('finds a subject as it is typed, without regard to case', async () => {
    const { log } = await opened()
    for (const subject of ['audit-log.csv', '100%_!', '2026-H1']) await log.add({ act: 'exported', at: noon, subject })
    const found = async (subject: string) =>
      (await log.search({ ...everything, subject })).map((entry) => entry.subject)
    expect(await found('%')).toEqual(['100%_!'])
    expect(await found('_')).toEqual(['100%_!'])
    expect(await found('!')).toEqual(['100%_!'])
    expect(await found('AUDIT-Log')).toEqual(['audit-log.csv'])
    expect(await found('2026-h1')).toEqual(['2026-H1'])
  })

  it('sums the failed sign-ins of a minute, and chains them when the minute is over', async () => {
    const { log } = await opened()
    await Promise.all([noon, noon + 1, noon + 59_999].map((at) => log.addFailedSignIn(at)))
    await log.addFailedSignIn(noon + MINUTE)
    expect((await log.search(everything)).map(({ at, actorId, details }) => [at, actorId, details])).toEqual([
      [noon + MINUTE, null, { count: 1 }],
      [noon, null, { count: 3 }],
    ])
    await log.add({ act: 'exported', at: noon + MINUTE })
    expect(await log.chainNew(noon + MINUTE)).toBe(2)
    expect(await log.chainNew(noon + 2 * MINUTE)).toBe(1)
  })

  it('is chained without a gap by two schedulers at once, and verified', async () => {
    const { database, log } = await opened()
    const other = auditLogStore(openBeside(database), { timeZone })
    for (let at = 0; at < 30; at += 1) await log.add({ act: 'exported', at: noon + at })
    const counts = await Promise.all([log, other, log].map((each) => each.chainNew(noon)))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30)
    expect(await log.verify(noon)).toMatchObject({ entries: 30, holds: true })
    expect(await log.state()).toMatchObject({ entries: 30, head: { number: 30 }, verifiedAt: noon, fault: null })
  })

  it.each([
    ['edited', `UPDATE audit_entry SET subject = 'other' WHERE number = 2`, { code: 'edited', number: 2 }],
    ['removed', 'DELETE FROM audit_entry WHERE number = 2', { code: 'removed', from: 2, to: 2 }],
    ['removed at the end', 'DELETE FROM audit_entry WHERE number = 4', { code: 'removed', from: 4, to: 4 }],
    ['reordered', SWAP, { code: 'reordered', number: 2 }],
  ])('shows the first fault after an entry was %s', async (_, statement, fault) => {
    const { database, log } = await opened()
    for (let number = 1; number < 5; number += 1)
      await log.add({ act: 'exported', at: noon, subject: `file ${number}` })
    await log.chainNew(noon)
    await database.write((query) => query.run(statement))
    expect((await log.verify(noon)).holds).toBe(false)
    expect((await log.state()).fault).toEqual(fault)
  })

  it('opens no transaction for a reading that is recorded already', async () => {
    const { database } = await opened()
    let transactions = 0
    const counting = new Proxy(database, {
      get: (target, name) => {
        if (name === 'transaction') transactions += 1
        const member: unknown = Reflect.get(target, name, target)
        return typeof member === 'function' ? member.bind(target) : member
      },
    })
    const log = auditLogStore(counting, { timeZone })
    for (const at of [noon, noon + 1, noon + 10 * MINUTE])
      await log.addReading({ act: 'comments-read', at, subject: '2026-H1' })
    expect(await log.count(everything)).toBe(2)
    expect(transactions).toBe(2)
  })

  it.each(['null', '[]', '3', 'not JSON', '{"role":{"toString":1}}', '{ }'])(
    'reads and verifies an entry whose details were edited to %s',
    async (text) => {
      const { database, log } = await opened()
      await log.add({ act: 'exported', at: noon, details: {} })
      await log.chainNew(noon)
      await database.write((query) => query.run('UPDATE audit_entry SET details = @text', { text }))
      expect((await log.verify(noon)).faults).toEqual([{ code: 'edited', number: 1 }])
      const [entry] = await log.search(everything)
      expect(entry?.details).toEqual(text === '{ }' ? {} : { unreadable: text })
    },
  )

  it('deletes old entries from the start of the chain, and an entry of the deletion proves the rest', async () => {
    const { database, log } = await opened()
    const today = { now: noon, day: '2026-07-01' }
    const due = momentBefore(today, 'audit-entry').getTime()
    const remove = () => database.write((query) => auditEntries.remove(query, today))
    expect(await remove()).toEqual({})
    for (const at of [due - DAY, due, due + 1, due - 5, noon]) await log.add({ act: 'exported', at })
    expect(await remove()).toEqual({})
    await log.chainNew(noon)
    expect(await remove()).toEqual({ audit_entry: 2 })
    expect(await remove()).toEqual({})
    const [deletion] = await log.search(everything)
    expect(deletion).toMatchObject({ act: 'entries-deleted', at: noon, details: { count: 2, number: 2 } })
    expect(await log.verify(noon)).toMatchObject({ entries: 3, anchor: { number: 2 }, holds: true })
    await log.chainNew(noon)
    expect(await log.verify(noon)).toMatchObject({ entries: 4, anchor: { number: 2 }, holds: true })
    expect(await log.state()).toMatchObject({ entries: 4, deleted: 2 })
    await database.write((query) => query.run('DELETE FROM audit_entry WHERE number = 3'))
    expect((await log.verify(noon)).faults).toEqual([{ code: 'removed', from: 3, to: 3 }])
  })

  it('deletes an entry of an earlier deletion too', async () => {
    const { database, log } = await opened()
    const later = noon + 4 * 366 * DAY
    for (const now of [noon, later, 2 * later - noon]) {
      await log.add({ act: 'exported', at: now - 4 * 366 * DAY })
      await log.chainNew(now)
      await database.write((query) => auditEntries.remove(query, { now, day: '2026-07-01' }))
      await log.chainNew(now)
      expect(await log.verify(now)).toMatchObject({ entries: 1, holds: true })
    }
  })

  it('shows that the start was cut off outside a scheduled deletion', async () => {
    const { database, log } = await opened()
    for (let number = 1; number < 7; number += 1) await log.add({ act: 'exported', at: noon + number })
    await log.chainNew(noon)
    await database.write(async (query) => {
      const last = await query.get<{ hash: string }>('SELECT hash FROM audit_entry WHERE number = 4')
      await query.run('UPDATE audit_chain SET anchor_number = 4, anchor_hash = @hash', { hash: last?.hash ?? '' })
      await query.run('DELETE FROM audit_entry WHERE number <= 4')
    })
    expect((await log.verify(noon)).faults).toEqual([{ code: 'removed', from: 1, to: 4 }])
  })
})
