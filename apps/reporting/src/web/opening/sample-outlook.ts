import { fewestSatisfied, type SampleNeed, sampleNeed } from '@wayproof/scorecard'

/** What the calculator holds, as typed: people, percentage points, percent. */
export interface TypedNeed {
  readonly population: string
  readonly margin: string
  readonly rate: string
}

const whole = (text: string): number | null => (/^[1-9]\d{0,8}$/.test(text.trim()) ? Number(text) : null)

/** A number above 0 and up to `most` with at most one decimal, as a share of 1; null for anything else. */
function shareOf(text: string, most: number): number | null {
  if (!/^\d{1,3}([.,]\d)?$/.test(text.trim())) return null
  const value = Number(text.trim().replace(',', '.'))
  return value > 0 && value <= most ? value / 100 : null
}

const MARGIN_AT_MOST = 50

/** Null while a field cannot be read. */
export function needOf({ population, margin, rate }: TypedNeed, target?: number): SampleNeed | null {
  const [people, wide, responseRate] = [whole(population), shareOf(margin, MARGIN_AT_MOST), shareOf(rate, 100)]
  return people && wide && responseRate
    ? sampleNeed({ population: people, margin: wide, responseRate, ...(target !== undefined && { target }) })
    : null
}

export interface Outlook {
  readonly answers: number
  /** How many of them must be satisfied to prove the target; null where not even all suffice. */
  readonly satisfied: number | null
}

/** What the answers to so many invitations could prove, at the expected rate; null while it cannot be read. */
export function outlookOf(invited: number, rate: string, target?: number): Outlook | null {
  const responseRate = shareOf(rate, 100)
  if (responseRate === null) return null
  const answers = Math.floor(invited * responseRate + 1e-9)
  return { answers, satisfied: fewestSatisfied(answers, target) }
}
