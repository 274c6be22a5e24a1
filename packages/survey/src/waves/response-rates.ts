import { aaporRates, type Dispositions } from '@wayproof/statistics/aapor'
import type { Funnel } from './wave.ts'

/** Final dispositions of everyone invited, and the resulting rates. */
export interface Response {
  readonly dispositions: Dispositions
  readonly rates: ReturnType<typeof aaporRates>
}

/**
 * Final dispositions of a wave in AAPOR notation. I and P: current answers, by completeness. R: break-offs, withdrawn
 * answers, and people who objected to letters instead of answering. NC: everyone else invited, including bounced
 * letters, because the last trip in the register proves eligibility. Nobody's eligibility is unknown, so U is 0 and e
 * is 1: excluding nonrespondents cannot raise a rate. Null until the completeness of the answers is known.
 */
export function responseOf({ invited, withdrawn, completeness, skips }: RespondingFunnel): Response | null {
  if (completeness === null || withdrawn === null) return null
  const { complete: I, partial: P, 'break-off': breakOffs } = completeness
  const objected = skips.find(({ stage, reason }) => stage === 'reminder' && reason === 'objected')?.count ?? 0
  const R = breakOffs + withdrawn + objected
  const dispositions = { I, P, R, NC: Math.max(0, invited - I - P - R), O: 0, UH: 0, UO: 0, notEligible: 0 }
  return { dispositions, rates: aaporRates(dispositions) }
}

type RespondingFunnel = Pick<Funnel, 'invited' | 'withdrawn' | 'completeness' | 'skips'>
