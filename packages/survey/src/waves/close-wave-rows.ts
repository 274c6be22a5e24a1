import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { Journal } from '@wayproof/journal/kept-events/journal'
import { deleteDrafts } from '../answers/delete-drafts.ts'
import { storeSkips } from '../opening/wave-skips.ts'
import type { SurveyStore } from '../ports.ts'
import { countCourses } from '../reminders/reminder-courses.ts'
import { skipsOf } from './reminder.ts'

export const closeWave =
  (database: QueryDatabase, { journal }: { readonly journal?: Journal }): SurveyStore['closeWave'] =>
  async (waveId, at, moments) => {
    // Runs before the lock is taken, because it takes seconds in a large wave; no answer can arrive any more.
    const skips = skipsOf(await countCourses(database, waveId, moments))
    await database.transaction(async ({ records, query }) => {
      const closedAt = new Date(at)
      const { count } = await records.wave.updateMany({
        where: { id: waveId, status: 'open', closesAt: { lte: closedAt } },
        data: { status: 'closed', closedAt },
      })
      if (count === 0) return
      await records.openWaveCount.deleteMany({ where: { waveId } })
      await storeSkips(records, waveId, skips)
      await deleteDrafts(query, waveId)
      const { period } = await records.wave.findUniqueOrThrow({ where: { id: waveId } })
      await addAuditEntry(records, { act: 'wave-closed', at, subject: period })
      journal?.record({ kind: 'closed', waveId, at })
    })
  }
