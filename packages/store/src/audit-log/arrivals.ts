import type { QueryDatabase } from '../engine/query/query-database.ts'

/**
 * Counters of what arrives without an entry in the audit log: cases and messages of people who make a request, and looks at
 * policy pages. Answers to a survey are left out, because an open wave must not show when they come.
 */
export interface Arrivals {
  readonly requests: string
  readonly checks: string
}

const ARRIVALS = `SELECT
  (SELECT count(*) FROM rights_case) AS cases,
  (SELECT count(*) FROM rights_message) AS messages,
  (SELECT max(number) FROM policy_proof) AS proofs`

type Counted = Readonly<Record<'cases' | 'messages' | 'proofs', number | null>>

export const readArrivals = async ({ query }: Pick<QueryDatabase, 'query'>): Promise<Arrivals> => {
  const { cases, messages, proofs } = (await query.get<Counted>(ARRIVALS)) ?? { cases: 0, messages: 0, proofs: null }
  return { requests: `${cases}.${messages}`, checks: String(proofs) }
}
