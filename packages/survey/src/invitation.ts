import { fail, type Id, type Instant, type Locale, type Outcome, ok, type PeriodKey } from '@wayproof/kernel'
import type { Questionnaire } from './questionnaire.ts'
import type { WaveStatus } from './wave.ts'

/** An invitation as the page behind its link needs it. */
export interface Invitation {
  readonly id: Id
  /** Null once the wave is unlinked, like `answered`. */
  readonly generation: number | null
  readonly answered: boolean | null
  readonly locale: Locale
  readonly wave: {
    readonly id: Id
    readonly period: PeriodKey
    readonly status: WaveStatus
    readonly closesAt: Instant
  }
  readonly questionnaire: Questionnaire
}

export type LinkFault = { readonly code: 'link-unknown' | 'link-used' | 'link-expired' | 'wave-closed' }

/** Whether a link of `generation` may still answer at `now`; only a link that exists learns why not. */
export function accepts(
  invitation: Invitation | null,
  generation: number,
  now: Instant,
): Outcome<Invitation, LinkFault> {
  if (!invitation) return fail('link-unknown')
  if (invitation.wave.status !== 'open') return fail('wave-closed')
  if (invitation.generation !== generation || now >= invitation.wave.closesAt) return fail('link-expired')
  return invitation.answered ? fail('link-used') : ok(invitation)
}
