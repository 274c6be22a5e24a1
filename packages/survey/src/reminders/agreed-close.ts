import type { ReadQuery } from '@wayproof/database/query/query'

const AGREED = `SELECT closes_on AS closesOn FROM close_change WHERE wave_id = @waveId AND decision = 'approved'
  ORDER BY decided_at DESC, proposed_at DESC LIMIT 1`

/** The last day that two officers agreed on for an open wave; null if the sealed one applies. */
export async function closingDayAgreedOn(query: ReadQuery, waveId: string): Promise<string | null> {
  return (await query.get<{ closesOn: string | null }>(AGREED, { waveId }))?.closesOn ?? null
}
