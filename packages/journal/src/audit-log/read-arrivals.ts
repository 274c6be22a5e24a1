import type { RecordDatabase } from '@wayproof/database/record-database'

/**
 * Counters of what arrives without an entry in the audit log: cases and messages of people who make a request, and looks at
 * policy pages. Answers to a survey are left out, because an open wave must not show when they come.
 */
export interface Arrivals {
  readonly requests: string
  readonly checks: string
}

export async function readArrivals(database: RecordDatabase): Promise<Arrivals> {
  const { rightsCase, rightsMessage, policyProof } = await database.records()
  const [cases, messages] = [await rightsCase.count(), await rightsMessage.count()]
  const proof = await policyProof.findFirst({ select: { number: true }, orderBy: { number: 'desc' } })
  return { requests: `${cases}.${messages}`, checks: String(proof?.number ?? 0) }
}
