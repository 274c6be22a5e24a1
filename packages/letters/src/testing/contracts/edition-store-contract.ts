import { DEFAULT_EDITION_SETTINGS } from '@wayproof/scorecard/editions/edition-settings'
import type { HoldReason } from '@wayproof/scorecard/editions/hold-reason'
import { describe, expect, test } from 'vitest'
import type { EditionReader, EditionStore, IssuedEdition, NewEdition } from '../../editions/edition-store.ts'
import type { PostedLetter } from '../../outbox/outbox.ts'
import { summary } from '../sample-summary.ts'

/** The empty storage of editions under test. */
export interface EditionContractFixture {
  readonly editions: EditionStore
  /** Gives a user an account with a role that editions are sent to. */
  addReader(reader: EditionReader): Promise<void> | void
  /** The recipients of all posted letters, in order. */
  recipients(): Promise<readonly string[]> | readonly string[]
}

export type OpenEditionContractFixture = () => Promise<EditionContractFixture>

const executive: EditionReader = { id: 'user-1', name: 'Lin', reader: 'executive', locale: 'en' }
const officer: EditionReader = { id: 'user-2', name: 'Wang', reader: 'privacy-officer', locale: 'zh-CN' }

const gap: HoldReason = { code: 'wave-open-past-its-date', owner: 'privacy-officer', closesOn: '2026-01-31' }

const held = (id: string, more: Partial<NewEdition> = {}): NewEdition => ({
  ...{ id, kind: 'record', period: '2025-H2', occasion: '2025-H2', state: 'held', dueOn: '2026-02-02' },
  ...{ dueBecause: 'wave-unlinked', openedAt: 10, heldAt: 10, sendsOn: '2026-02-14', reasons: [gap] },
  ...more,
})

const posted = (recipient: string, dedupeKey: string): PostedLetter => ({
  letter: { kind: 'report-arrived', locale: 'en', data: {} },
  recipient: { kind: 'user', id: recipient },
  dedupeKey,
})

const letterFor = (reader: EditionReader, edition: string) => {
  return { reader, posted: posted(reader.id, `edition:${edition}:${reader.id}`) }
}

const archived = { reader: 'executive', locale: 'en', subject: 'Summary', html: '<p>97 %</p>', text: '97 %' } as const

function issued(id: string, more: Partial<IssuedEdition> = {}): IssuedEdition {
  const { state: _, ...draft } = held(id)
  return {
    ...draft,
    ...{ release: 'as-is', by: { id: 'user-2', name: 'Wang' }, comment: 'as agreed', at: 20 },
    ...{ figures: JSON.stringify(summary), digest: 'ab'.repeat(32) },
    archive: [{ ...archived, pdf: null }],
    letters: [letterFor(executive, id), letterFor(officer, id)],
    ...more,
  }
}

/** The behavior that every storage of editions has. */
export function editionStoreContract(engine: string, open: OpenEditionContractFixture): void {
  describe(`editions in ${engine}`, () => {
    test('the first look of the calendar is recorded once, with the settings as installed', async () => {
      const { editions } = await open()
      expect(await editions.schedule()).toEqual({ settings: DEFAULT_EDITION_SETTINGS, since: null, savedAt: null })
      await editions.begin('2026-01-01')
      await editions.begin('2026-01-02')
      expect(await editions.schedule()).toMatchObject({ since: '2026-01-01', savedAt: null })
    })

    test('saved settings replace the ones before and keep the first look', async () => {
      const { editions } = await open()
      const settings = { workingDays: 7, preliminary: true, approval: true, monthly: false, quarterly: true }
      await editions.saveSettings({ ...settings, monthly: true }, 'Wang', 4)
      await editions.begin('2026-01-01')
      await editions.saveSettings(settings, 'Wang', 5)
      expect(await editions.schedule()).toEqual({ settings, since: '2026-01-01', savedAt: 5 })
    })

    test('a kind of edition exists once for an occasion, and only a new one posts its notices', async () => {
      const { editions, recipients } = await open()
      expect(await editions.open(held('a'), [posted('user-2', 'n-1')])).toBe(true)
      expect(await editions.open(held('b'), [posted('user-2', 'n-2')])).toBe(false)
      expect(await editions.open(held('a', { occasion: '2025-H1' }), [posted('user-2', 'n-3')])).toBe(false)
      expect(await editions.open(held('c', { kind: 'preliminary' }), [])).toBe(true)
      expect(await recipients()).toEqual(['user-2'])
      const { kind, period, reasons } = held('a')
      expect(await editions.find('a')).toMatchObject({ kind, period, reasons, state: 'held', release: null, people: 0 })
      expect(await editions.find('b')).toBeNull()
    })

    test('editions are listed by their end or else their beginning, newest first', async () => {
      const { editions } = await open()
      await editions.open(held('a', { occasion: '2025-H1', openedAt: 10 }), [])
      await editions.open(held('b', { openedAt: 15 }), [])
      await editions.open(held('c', { kind: 'preliminary', openedAt: 15 }), [])
      const ids = async () => (await editions.list()).map(({ id }) => id)
      expect(await ids()).toEqual(['c', 'b', 'a'])
      await editions.supersede('a', 30)
      expect(await ids()).toEqual(['a', 'c', 'b'])
    })

    test('the gaps of a held edition can change until it waits for approval', async () => {
      const { editions, recipients } = await open()
      await editions.open(held('a'), [])
      await editions.keepReasons('a', [])
      expect((await editions.find('a'))?.reasons).toEqual([])
      expect(await editions.awaitApproval('a', [gap], [posted('user-2', 'n-1')], 20)).toBe(true)
      expect(await editions.awaitApproval('a', [], [posted('user-2', 'n-2')], 21)).toBe(false)
      await editions.keepReasons('a', [])
      expect(await editions.find('a')).toMatchObject({ state: 'awaiting-approval', reasons: [gap] })
      expect(await recipients()).toEqual(['user-2'])
    })

    test('an edition is sent once, with its archive, its ledger and its letters', async () => {
      const { editions, recipients } = await open()
      await editions.open(held('a'), [])
      expect(await editions.issue(issued('a'))).toBe(true)
      expect(await editions.issue(issued('a'))).toBe(false)
      expect(await editions.find('a')).toMatchObject({
        ...{ state: 'sent', release: 'as-is', decidedBy: 'Wang', comment: 'as agreed', endedAt: 20, people: 2 },
        ...{ digest: 'ab'.repeat(32), reasons: [gap], sendsOn: '2026-02-14' },
      })
      expect(await editions.archive('a')).toEqual([archived])
      const sent = { state: 'queued', reply: null, times: 1, postedAt: 20 }
      expect(await editions.ledger('a')).toEqual([
        { ...sent, userId: 'user-1', name: 'Lin', reader: 'executive', locale: 'en' },
        { ...sent, userId: 'user-2', name: 'Wang', reader: 'privacy-officer', locale: 'zh-CN' },
      ])
      expect(await recipients()).toEqual(['user-1', 'user-2'])
      expect(await editions.sendAgain('a', 30)).toBe(0)
    })

    test('an edition that was never held is sent without waiting, unless one of its kind exists', async () => {
      const { editions, recipients } = await open()
      expect(await editions.issue(issued('a', { by: null, comment: null }))).toBe(true)
      expect(await editions.find('a')).toMatchObject({ state: 'sent', decidedBy: null, comment: null })
      expect(await editions.issue(issued('b'))).toBe(false)
      expect(await editions.find('b')).toBeNull()
      expect(await recipients()).toHaveLength(2)
    })

    test('a superseded edition goes to no one, and a sent one is not superseded', async () => {
      const { editions, recipients } = await open()
      await editions.open(held('a'), [])
      await editions.supersede('a', 15)
      expect(await editions.find('a')).toMatchObject({ state: 'superseded', endedAt: 15 })
      expect(await editions.issue(issued('a'))).toBe(false)
      await editions.issue(issued('b', { occasion: '2025-H1' }))
      await editions.supersede('b', 30)
      expect(await editions.find('b')).toMatchObject({ state: 'sent', endedAt: 20 })
      expect(await recipients()).toEqual(['user-1', 'user-2'])
    })

    test('a postponed edition is forgotten; only a held one is postponed', async () => {
      const { editions } = await open()
      await editions.open(held('a'), [])
      await editions.postpone('a')
      expect(await editions.find('a')).toBeNull()
      await editions.open(held('a', { state: 'awaiting-approval' }), [])
      await editions.postpone('a')
      expect(await editions.find('a')).not.toBeNull()
    })

    test('the last sent edition of a half-year is found with its figures', async () => {
      const { editions } = await open()
      expect(await editions.lastSent('2025-H2')).toBeNull()
      await editions.issue(issued('a', { kind: 'preliminary', at: 20 }))
      await editions.issue(issued('b', { at: 21 }))
      await editions.issue(issued('c', { occasion: '2025-H1', period: '2025-H1', at: 22 }))
      await editions.open(held('d', { kind: 'sealed', openedAt: 30 }), [])
      expect(await editions.lastSent('2025-H2')).toMatchObject({ id: 'b', summary })
    })

    test('editions have every reader with the role and the language of the account', async () => {
      const { editions, addReader } = await open()
      expect(await editions.readers()).toEqual([])
      for (const reader of [executive, officer]) await addReader(reader)
      expect(await editions.readers()).toEqual([executive, officer])
    })
  })
}
