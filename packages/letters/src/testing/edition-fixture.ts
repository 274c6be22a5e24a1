import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { PeriodClosing } from '@wayproof/scorecard/closing/period-close'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { DEFAULT_PROGRAMME } from '@wayproof/survey/programme/programme'
import { seededIds } from '@wayproof/survey/testing/seeded-chance'
import type { Wave } from '@wayproof/survey/waves/wave'
import type { EditionReader } from '../editions/edition-store.ts'
import type { EditionPorts } from '../editions/ports.ts'
import { emptyEditions, memoryEditionStore } from './memory-edition-store.ts'
import { organisation } from './sample-letters.ts'
import { summary } from './sample-summary.ts'

const UNTOUCHED: PeriodClosing = { seals: [], reopening: null, freeze: null, signatures: [] }

export const executive: EditionReader = { id: 'executive-1', name: 'Lin', reader: 'executive', locale: 'en' }
export const officer: EditionReader = { id: 'officer-1', name: 'Wang', reader: 'privacy-officer', locale: 'zh-CN' }
export const trainer: EditionReader = { id: 'trainer-1', name: 'Chen', reader: 'human-resources', locale: 'en' }

/** Registers that feed a goal, all used on 1 December 2025. */
const USED = ['exam-attempts', 'incidents', 'partner-audits'] as const

/** Editions in memory at 09:00 on 2 February 2026 in Shanghai. Every half-year has the figures of the sample summary. */
export function editionFixture() {
  const memory = emptyEditions('2026-01-01')
  memory.readers = [executive, officer, trainer]
  memory.recordedAt = new Map(USED.map((register) => [register, Date.parse('2025-12-01T02:00:00Z')]))
  const fixture = {
    memory,
    now: Date.parse('2026-02-02T01:00:00Z'),
    waves: new Map<PeriodKey, Pick<Wave, 'closesAt' | 'unlinkedAt'>>(),
    /** False: the organization has no name yet. */
    isNamed: true,
    cards: new Map<PeriodKey, Scorecard>(),
  }
  const closing: EditionPorts['closing'] = { lastSeal: async () => null, closing: async () => UNTOUCHED }
  const ports: EditionPorts = {
    editions: memoryEditionStore(memory),
    clock: { now: (): Instant => fixture.now },
    timeZone: 'Asia/Shanghai',
    ids: seededIds('editions'),
    closing,
    actions: { actions: async () => ({ improvements: [], remedies: [], agreed: [] }) },
    facts: {
      forHalfYear: () => Promise.reject(new Error('the figures come from the sample summary')),
    },
    sealed: async (period) => fixture.cards.get(period) ?? { ...summary.scorecard, period },
    organisation: { get: async () => (fixture.isNamed ? { ...organisation, programmeStart: '2025-07-01' } : null) },
    survey: {
      wave: async (period) => (fixture.waves.get(period) as Wave | undefined) ?? null,
      programme: async () => DEFAULT_PROGRAMME,
      funnel: async () => null,
    },
    reportingUrl: 'https://dashboard.example',
  }
  return { fixture, memory, ports }
}
