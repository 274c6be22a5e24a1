import type { Id, Instant, PeriodKey } from '@wayproof/kernel'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { WaveStatus } from '../waves/wave.ts'

/** What decides about an answer to an invitation, and by what it is read. */
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
}

/** An invitation as its link shows it. */
export interface OpenedInvitation extends Invitation {
  /** An answer that was begun, sealed; null when nothing is kept. */
  readonly draft: Uint8Array | null
}

export type LinkFault = { readonly code: 'link-unknown' | 'link-used' | 'link-expired' | 'wave-closed' }

/** What decides whether a link still answers. */
export interface LinkState {
  readonly generation: number | null
  readonly answered: boolean | null
  readonly wave: Pick<Invitation['wave'], 'status' | 'closesAt'>
}

/** Why a link of `generation` may not answer at `now`, or null; only a link that exists learns more than `link-unknown`. */
export function linkFault(state: LinkState | null, generation: number, now: Instant): LinkFault | null {
  if (!state) return { code: 'link-unknown' }
  if (state.wave.status !== 'open') return { code: 'wave-closed' }
  if (state.generation !== generation || now >= state.wave.closesAt) return { code: 'link-expired' }
  return state.answered ? { code: 'link-used' } : null
}
