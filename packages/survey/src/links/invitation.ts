import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { WaveStatus } from '../waves/wave.ts'

/** The state of an invitation that decides whether it can be answered, and what its survey page shows. */
export interface Invitation {
  readonly id: Id
  /** Null once the wave is unlinked, like `answered`. */
  readonly generation: number | null
  readonly answered: boolean | null
  readonly wave: {
    readonly id: Id
    readonly period: PeriodKey
    readonly status: WaveStatus
    readonly closesAt: Instant
    readonly smallestGroup: number
  }
  readonly questionnaire: Questionnaire
  /** The encrypted draft; null if there is none. */
  readonly draft: Uint8Array | null
}

export type LinkFault = { readonly code: 'link-unknown' | 'link-used' | 'link-expired' | 'wave-closed' }

/** The state that decides whether a link accepts an answer. */
export interface LinkState {
  readonly generation: number | null
  readonly answered: boolean | null
  readonly wave: Pick<Invitation['wave'], 'status' | 'closesAt'>
}

/** Why a link with `generation` cannot be answered at `now`, or null. A forged link gets only `link-unknown`. */
export function linkFault(state: LinkState | null, generation: number, now: Instant): LinkFault | null {
  if (!state) return { code: 'link-unknown' }
  if (state.wave.status !== 'open') return { code: 'wave-closed' }
  if (state.generation !== generation || now >= state.wave.closesAt) return { code: 'link-expired' }
  return state.answered ? { code: 'link-used' } : null
}
