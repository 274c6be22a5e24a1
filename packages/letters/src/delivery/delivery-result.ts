import { HIDDEN_KINDS } from '@wayproof/journal/outbox/hidden-kinds'
import type { Letter } from '../letter/letter.ts'

export interface LetterOutcomes {
  readonly sent: number
  /** Saved to a folder instead of sent. */
  readonly written: number
  readonly deferred: number
  readonly failed: number
  readonly suppressed: number
}

/** The letters that ended since the previous result. */
export interface DeliveryResult extends LetterOutcomes {
  /** The letters among these that the log leaves out. */
  readonly hidden: LetterOutcomes
  /** The error or reply that kept us from talking to the mail server about any letter. */
  readonly unreachable: string | null
  /** The reply because of which all letters wait: it blames us as the sender, or a server that is away. */
  readonly refused: string | null
  /** Why nothing is claimed and nothing is in flight. `held`: all letters wait for the next probe. */
  readonly idle: 'nothing-due' | 'window-full' | 'held' | null
}

type Ending = Partial<Pick<DeliveryResult, 'unreachable' | 'refused' | 'idle'>>

/** Counts how letters end, result by result. */
export interface ResultCounter {
  count(outcome: keyof LetterOutcomes, letter: Letter | null): void
  /** Letters since the previous result. */
  size(): number
  take(ending?: Ending): DeliveryResult
}

const NONE: LetterOutcomes = { sent: 0, written: 0, deferred: 0, failed: 0, suppressed: 0 }

export function resultCounter(): ResultCounter {
  let letterOutcomes = NONE
  let hidden = NONE
  let letters = 0
  return {
    count(outcome, letter) {
      letters += 1
      letterOutcomes = { ...letterOutcomes, [outcome]: letterOutcomes[outcome] + 1 }
      if (letter && isHiddenKind(letter.kind)) hidden = { ...hidden, [outcome]: hidden[outcome] + 1 }
    },
    size: () => letters,
    take({ unreachable = null, refused = null, idle = null } = {}) {
      const result = { ...letterOutcomes, hidden, unreachable, refused, idle }
      letterOutcomes = NONE
      hidden = NONE
      letters = 0
      return result
    },
  }
}

export const isHiddenKind = (kind: Letter['kind']): boolean => HIDDEN_KINDS.includes(kind)
