import type { Query } from '@wayproof/database/query/query'
import { insertRows } from '@wayproof/database/testing/insert-rows'
import type { Moment } from './company.ts'

const BY = { id: 'a', name: 'a', at: 0 }

/** Replaces all seals by those of the baseline year's second half-year: the first one and its restatements. */
export async function sealBaseline(query: Query, { baselineYear, seals }: Moment): Promise<void> {
  const period = `${baselineYear}-H2`
  await query.run('DELETE FROM seal')
  await insertRows(
    query,
    'seal',
    seals.map((leaks, i) => ({
      ...{ number: i + 1, period, version: i + 1, head: `${i}` },
      statement: JSON.stringify({ number: i + 1, period, version: i + 1, digests: { figures: '' } }),
      figures: JSON.stringify({ period, changes: [], verdicts: [sealedVerdict(baselineYear ?? 0, leaks)] }),
      ...{ definitions: '{}', evidence: '{}', actions: '{}' },
      signatures: JSON.stringify({ frozen: BY, goals: [], closed: BY, reopened: null }),
    })),
  )
}

const sealedVerdict = (year: number, leaks: number) => ({
  ...{ goal: 'incident-reduction', period: `${year}`, verdict: 'missed', status: 'red', reason: 'above-cap' },
  ...{ demonstrated: null, value: null, target: 0.5, share: null, interval: null, missing: null, flags: [] },
  ...{ owner: 'it-security', asOf: `${year}-12-31`, ruleVersion: '3' },
  figures: {
    ...{ baselineYear: year - 1, baselineCount: 0, currentYear: year, currentCount: leaks, undecided: 0, cap: 0 },
    ...{ countReduction: null, rateReduction: null, assessmentDone: true, evidence: null },
  },
})
