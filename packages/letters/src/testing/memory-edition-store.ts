import type { RecordedAt } from '@wayproof/evidence/registers/recorded-at'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Edition } from '@wayproof/scorecard/editions/edition'
import { DEFAULT_EDITION_SETTINGS, type EditionSchedule } from '@wayproof/scorecard/editions/edition-settings'
import type {
  ArchivedLetter,
  EditionReader,
  EditionStore,
  IssuedEdition,
  NewEdition,
} from '../editions/edition-store.ts'
import { type MemoryOutbox, memoryOutbox } from './memory-outbox.ts'

export interface MemoryEditions {
  schedule: EditionSchedule
  /** In the order in which they were opened. */
  editions: readonly (Edition & { readonly figures: string | null })[]
  readers: readonly EditionReader[]
  readonly remindedAt: Map<PeriodKey, Instant>
  recordedAt: RecordedAt
  readonly archive: Map<Id, readonly ArchivedLetter[]>
  /** Readers of each sent edition. */
  readonly sentTo: Map<Id, readonly EditionReader[]>
  readonly outbox: MemoryOutbox
}

export const emptyEditions = (since: CalendarDate | null): MemoryEditions => ({
  schedule: { settings: DEFAULT_EDITION_SETTINGS, since, savedAt: null },
  editions: [],
  readers: [],
  remindedAt: new Map(),
  recordedAt: new Map(),
  archive: new Map(),
  sentTo: new Map(),
  outbox: memoryOutbox(),
})

const NOT_SENT = {
  release: null,
  decidedBy: null,
  comment: null,
  endedAt: null,
  digest: null,
  people: 0,
  figures: null,
}

/** The use cases of editions on memory. A letter that was posted stays queued, so none is sent again. */
export function memoryEditionStore(memory: MemoryEditions): EditionStore {
  const find = (id: Id) => memory.editions.find((edition) => edition.id === id) ?? null
  const change = (id: Id, states: readonly string[], changed: Partial<MemoryEditions['editions'][number]>) => {
    const found = find(id)
    if (!found || !states.includes(found.state)) return false
    memory.editions = memory.editions.map((edition) => (edition === found ? { ...edition, ...changed } : edition))
    return true
  }
  const isTaken = ({ id, kind, occasion }: Pick<Edition, 'id' | 'kind' | 'occasion'>) =>
    memory.editions.some((edition) => edition.kind === kind && edition.occasion === occasion && edition.id !== id)
  const add = (edition: NewEdition) => {
    if (find(edition.id) || isTaken(edition)) return false
    memory.editions = [...memory.editions, { ...edition, ...NOT_SENT }]
    return true
  }
  const newestFirst = () =>
    memory.editions.toReversed().toSorted((a, b) => (b.endedAt ?? b.openedAt) - (a.endedAt ?? a.openedAt))
  const WAITS = ['held', 'awaiting-approval']
  return {
    schedule: async () => memory.schedule,
    begin: async (today) => {
      memory.schedule = { ...memory.schedule, since: memory.schedule.since ?? today }
    },
    saveSettings: async (settings, _by, savedAt, check) => {
      check?.(memory.schedule.settings)
      memory.schedule = { ...memory.schedule, settings, savedAt }
    },
    list: async () => newestFirst(),
    find: async (id) => find(id),
    lastSent: async (period) => {
      const sent = newestFirst().find((edition) => edition.period === period && edition.state === 'sent')
      return sent?.figures ? { ...sent, summary: JSON.parse(sent.figures) } : null
    },
    open: async (edition, notices) => {
      const isAdded = add(edition)
      if (isAdded) await memory.outbox.post(notices, edition.openedAt)
      return isAdded
    },
    keepReasons: async (id, reasons) => void change(id, ['held'], { reasons }),
    awaitApproval: async (id, reasons, notices, at) => {
      const isChanged = change(id, ['held'], { state: 'awaiting-approval', reasons })
      if (isChanged) await memory.outbox.post(notices, at)
      return isChanged
    },
    issue: async (edition) => {
      const { archive, letters, by, comment, release, reasons, figures, digest, at, ...draft } = edition
      if (isTaken(edition)) return false
      add({ ...draft, reasons, state: 'awaiting-approval' })
      const sent = { state: 'sent', reasons, release, comment, figures, digest, endedAt: at } as const
      if (!change(edition.id, WAITS, { ...sent, decidedBy: by?.name ?? null, people: letters.length })) return false
      memory.archive.set(edition.id, archive.map(withoutPdf))
      memory.sentTo.set(
        edition.id,
        letters.map(({ reader }) => reader),
      )
      await memory.outbox.post(
        letters.map(({ posted }) => posted),
        at,
      )
      return true
    },
    supersede: async (id, at) => void change(id, WAITS, { state: 'superseded', endedAt: at }),
    postpone: async (id) => {
      memory.editions = memory.editions.filter((edition) => edition.id !== id || edition.state !== 'held')
    },
    readers: async () => memory.readers,
    remindedAt: async (period) => memory.remindedAt.get(period) ?? null,
    recordedAt: async () => memory.recordedAt,
    archive: async (id) => memory.archive.get(id) ?? [],
    editionOfPdf: async () => null,
    ledger: async (id) =>
      (memory.sentTo.get(id) ?? []).map(({ id: userId, ...reader }) => {
        return { ...reader, userId, state: 'queued', reply: null, times: 1, postedAt: find(id)?.endedAt ?? 0 }
      }),
    sendAgain: async () => 0,
    bouncing: async () => [],
  }
}

const withoutPdf = ({ pdf: _, ...letter }: IssuedEdition['archive'][number]): ArchivedLetter => letter
