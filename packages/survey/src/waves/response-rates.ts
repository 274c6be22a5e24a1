import { aaporRates, type Dispositions } from '@wayproof/statistics'
import type { Funnel } from './wave.ts'

/** What became of everybody invited, and the rates that follow. */
export interface Response {
  readonly dispositions: Dispositions
  readonly rates: ReturnType<typeof aaporRates>
}

/**
 * Final dispositions of a wave in AAPOR's letters. I and P: answers that stand, by completeness. R: break-offs, withdrawn
 * answers, and who objected to letters instead of answering. NC: everybody else invited, also where the letter came back,
 * for the last trip in the register proves that they are eligible. Nobody's eligibility is unknown, so U is 0 and e is 1:
 * no rate rises by leaving the silent out. Null until the completeness of the answers is known.
 */
export function responseOf({ invited, withdrawn, completeness, skips }: RespondingFunnel): Response | null {
  if (completeness === null || withdrawn === null) return null
  const { complete: I, partial: P, 'break-off': broken } = completeness
  const objected = skips.find(({ stage, reason }) => stage === 'reminder' && reason === 'objected')?.count ?? 0
  const R = broken + withdrawn + objected
  const dispositions = { I, P, R, NC: Math.max(0, invited - I - P - R), O: 0, UH: 0, UO: 0, notEligible: 0 }
  return { dispositions, rates: aaporRates(dispositions) }
}

type RespondingFunnel = Pick<Funnel, 'invited' | 'withdrawn' | 'completeness' | 'skips'>
