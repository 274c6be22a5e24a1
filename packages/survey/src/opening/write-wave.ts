import type { Query, Statement } from '@wayproof/database/query/query'
import type { QueryTransaction } from '@wayproof/database/query/query-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
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

const INSERT_CELLS: Statement = ({ jsonField, jsonItems }) => {
  const field = (name: string) => jsonField('item.value', name)
  return `INSERT INTO cell (id, wave_id, trip_type, channel, region, language, invited_count, base_weight)
    SELECT ${field('id')}, @waveId, ${field('tripType')}, ${field('channel')}, ${field('region')}, ${field('language')},
      CAST(${field('invited')} AS INTEGER), CAST(${field('baseWeight')} AS DOUBLE PRECISION)
    FROM ${jsonItems('@cells', 'item')}`
}

const INSERT_MARGINS: Statement = ({ jsonField, jsonItems }) => {
  const field = (name: string) => jsonField('item.value', name)
  return `INSERT INTO frame_margin (wave_id, margin, category, eligible)
    SELECT @waveId, ${field('margin')}, ${field('category')}, CAST(${field('eligible')} AS INTEGER)
    FROM ${jsonItems('@margins', 'item')}`
}

/** Writes the cells and margins of a wave with SQL: thousands of rows, in the transaction that opens it. */
async function writeCells(query: Query, { wave, cells, margins }: WavePlan): Promise<void> {
  await query.run(INSERT_CELLS, { waveId: wave.id, cells: JSON.stringify(cells) })
  await query.run(INSERT_MARGINS, { waveId: wave.id, margins: JSON.stringify(margins) })
}
