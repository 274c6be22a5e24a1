import type { QueryDatabase, QueryTransaction } from '@wayproof/database/query/query-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import { insertLetter } from '@wayproof/journal/outbox/insert-letter'
import type { Ids } from '@wayproof/kernel/id'
import { nearestLocale } from '@wayproof/kernel/people/locale'
import type { SurveyStore } from '../ports.ts'
import { letterHealthStore } from './letters/letter-health.ts'
import type { LetterHealth, WavePause } from './wave-pause.ts'

export type PauseStore = Pick<SurveyStore, 'pauseWave' | 'resumeWave' | 'letterHealth'>

export function pauseStore(database: QueryDatabase, { ids }: { readonly ids: Ids }): PauseStore {
  return {
    ...letterHealthStore(database),

    pauseWave: (waveId, pause, health) =>
      database.transaction(async (transaction) => {
        const { wave } = transaction.records
        const running = { id: waveId, status: 'open', pausedAt: null } as const
        const data = { pausedAt: new Date(pause.at), pauseReason: pause.reason }
        if ((await wave.updateMany({ where: running, data })).count === 0) return false
        const { period } = await wave.findUniqueOrThrow({ where: { id: waveId } })
        const details = { reason: pause.reason }
        await addAuditEntry(transaction.records, { act: 'wave-paused', at: pause.at, subject: period, details })
        if (health) await mailOfficers(transaction, ids, pause, health)
        return true
      }),
  }
}

async function mailOfficers(
  { records, query }: QueryTransaction,
  ids: Ids,
  { at, reason }: WavePause,
  { waveId, period, tried, refused, complained }: LetterHealth,
): Promise<void> {
  if (reason === 'officer') return
  for (const { id, locale } of await records.user.findMany({ where: { role: 'officer' }, orderBy: { id: 'asc' } })) {
    const data = { period, reason, tried, refused, complained }
    const letter = { kind: 'wave-paused', locale: nearestLocale(locale), data } as const
    const dedupeKey = `wave-paused:${waveId}:${at}:${id}`
    await insertLetter(query, ids.next(), { letter, recipient: { kind: 'user', id }, dedupeKey }, at)
  }
}
