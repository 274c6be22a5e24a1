import type { QueryTransaction } from '@wayproof/database/query/query-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import { writeCells } from './rows/write-cells.ts'
import type { WavePlan } from './wave-plan.ts'
import { storeSkips } from './wave-skips.ts'

/**
 * Writes a wave with its cells and counts, as sealed at its opening. From here on it exists, and its letters may be
 * sent. `keyCheck` is null if its answers are not encrypted.
 */
export async function writeWave(
  { records, query }: QueryTransaction,
  plan: WavePlan,
  keyCheck: Uint8Array | null,
): Promise<void> {
  const { questionnaire, openedAt, ...wave } = plan.wave
  const closesAt = new Date(wave.closesAt)
  await records.wave.create({
    data: {
      ...wave,
      status: 'open',
      questionnaireId: questionnaire.id,
      questionnaireVersion: questionnaire.version,
      smallestGroup: plan.smallestGroup,
      registeredCount: plan.registered,
      frameCount: plan.frame,
      invitedCount: plan.invitations.length,
      dominatedCells: plan.dominatedCells,
      mergeMap: JSON.stringify(plan.mergeMap),
      openedAt: new Date(openedAt),
      closesAt,
      sealedClosesAt: closesAt,
      checklist: JSON.stringify(plan.checklist),
      keyCheck: keyCheck && Uint8Array.from(keyCheck),
    },
  })
  await writeCells(query, plan)
  await storeSkips(records, wave.id, plan.skips)
  await addAuditEntry(records, { act: 'wave-opened', at: openedAt, subject: wave.period })
}
