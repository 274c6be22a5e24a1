import { fewestSatisfied, type SampleNeed, sampleNeed } from '@wayproof/scorecard/satisfaction/satisfaction-sample'

/** The calculator's raw input: people, percentage points, percent. */
export interface SampleInput {
  readonly population: string
  readonly margin: string
  readonly rate: string
}

const parseWholeNumber = (text: string): number | null => (/^[1-9]\d{0,8}$/.test(text.trim()) ? Number(text) : null)

/** Parses a percentage above 0 and up to `maximum`, with at most one decimal, as a share of 1; null for anything else. */
function shareOf(text: string, maximum: number): number | null {
  if (!/^\d{1,3}([.,]\d)?$/.test(text.trim())) return null
  const value = Number(text.trim().replace(',', '.'))
  return value > 0 && value <= maximum ? value / 100 : null
}

const MARGIN_AT_MOST = 50

/** Null while a field is invalid. */
export function needOf({ population, margin, rate }: SampleInput, target?: number): SampleNeed | null {
  const [people, wide, responseRate] = [
    parseWholeNumber(population),
    shareOf(margin, MARGIN_AT_MOST),
    shareOf(rate, 100),
  ]
  return people && wide && responseRate
    ? sampleNeed({ population: people, margin: wide, responseRate, ...(target !== undefined && { target }) })
    : null
}

export interface Outlook {
  readonly answers: number
  /** How many must be satisfied to prove the target; null if even all of them do not suffice. */
  readonly satisfied: number | null
}

/**
 * Estimates what the answers to `invitedCount` invitations could prove at the given response rate; null while it is
 * invalid.
 */
export function outlookOf(invitedCount: number, rate: string, target?: number): Outlook | null {
  const responseRate = shareOf(rate, 100)
  if (responseRate === null) return null
  const answers = Math.floor(invitedCount * responseRate + 1e-9)
  return { answers, satisfied: fewestSatisfied(answers, target) }
}
