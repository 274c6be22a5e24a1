import type { Query, Statement } from '@wayproof/database/query/query'
import type { WavePlan } from '../wave-plan.ts'

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
export async function writeCells(query: Query, { wave, cells, margins }: WavePlan): Promise<void> {
  await query.run(INSERT_CELLS, { waveId: wave.id, cells: JSON.stringify(cells) })
  await query.run(INSERT_MARGINS, { waveId: wave.id, margins: JSON.stringify(margins) })
}
