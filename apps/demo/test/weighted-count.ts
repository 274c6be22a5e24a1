import type { TestDatabase } from '@wayproof/database/testing/database-for-tests'

// The weighted share of a wave, raked answer by answer over a finished demo, without code of the product.

const MARGINS = ['trip_type', 'channel', 'region', 'language'] as const
const MARGIN_NAMES = { trip_type: 'tripType', channel: 'channel', region: 'region', language: 'language' } as const

interface Row extends Record<(typeof MARGINS)[number], string> {
  satisfied: number
  weight: number
}

export async function weightedShare({ rows: rowsOf }: TestDatabase, period: string): Promise<number> {
  const rows = await rowsOf<Row>(
    `SELECT trip_type, channel, region, c.language, base_weight AS weight, substr("values", 1, 1) IN ('4', '5') AS satisfied
     FROM answer a JOIN wave w ON w.id = a.wave_id JOIN cell c ON c.id = a.cell_id
     WHERE w.period = @period AND substr("values", 1, 1) BETWEEN '1' AND '5'`,
    { period },
  )
  const eligible: { readonly margin: (typeof MARGINS)[number]; readonly counts: Map<string, number> }[] = []
  for (const margin of MARGINS) {
    const counts = await rowsOf<{ category: string; eligible: number }>(
      'SELECT category, eligible FROM frame_margin m JOIN wave w ON w.id = m.wave_id WHERE w.period = @period AND margin = @margin',
      { period, margin: MARGIN_NAMES[margin] },
    )
    eligible.push({ margin, counts: collapse(rows, margin, counts) })
  }
  for (let round = 0; round < 500; round += 1) {
    for (const { margin, counts } of eligible) {
      const sums = new Map<string, number>()
      for (const row of rows) sums.set(row[margin], (sums.get(row[margin]) ?? 0) + row.weight)
      for (const row of rows) row.weight *= counts.get(row[margin])! / sums.get(row[margin])!
    }
  }
  const totalWeight = rows.reduce((sum, { weight }) => sum + weight, 0)
  const hasExtremeWeight = rows.some(
    ({ weight }) => weight * rows.length < 0.3 * totalWeight || weight * rows.length > 3 * totalWeight,
  )
  if (hasExtremeWeight) throw new Error('the weights of the demo need trimming, which this count does not know')
  return rows.reduce((sum, { weight, satisfied }) => sum + weight * satisfied, 0) / totalWeight
}

/** Renames categories with fewer than 30 answers, also in the rows, until there are none. */
function collapse(
  rows: readonly Row[],
  margin: (typeof MARGINS)[number],
  counts: readonly { category: string; eligible: number }[],
): Map<string, number> {
  const eligible = new Map(counts.map(({ category, eligible: n }) => [category, n]))
  for (;;) {
    const answers = [...eligible.keys()].map((category) => ({
      category,
      n: rows.filter((row) => row[margin] === category).length,
    }))
    const [smallest, next] = answers.sort((a, b) => a.n - b.n || (a.category < b.category ? -1 : 1))
    if (!smallest || !next || smallest.n >= 30) return eligible
    for (const row of rows) if (row[margin] === smallest.category) row[margin] = next.category
    eligible.set(next.category, eligible.get(next.category)! + eligible.get(smallest.category)!)
    eligible.delete(smallest.category)
  }
}
