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
  /** The reminders among these letters: the log leaves them out, because each proves that its recipient had not answered. */
  readonly reminders: LetterOutcomes
  /** Attempts without a success since the last letter that was sent or written, or since nothing was due. */
  readonly errorsInARow: number
  /** The mail server's reply if it accepts no letter at all. */
  readonly unreachable: string | null
  /** Why nothing is claimed and nothing is in flight. */
  readonly idle: 'nothing-due' | 'window-full' | null
}

type Ending = Partial<Pick<DeliveryResult, 'unreachable' | 'idle'>>

/** Counts how letters end, result by result. */
export interface ResultCounter {
  count(outcome: keyof LetterOutcomes, letter: Letter | null): void
  /** An attempt failed, whether or not the letter may be tried again. */
  countError(): void
  /** Letters since the previous result. */
  size(): number
  take(ending?: Ending): DeliveryResult
}

const NONE: LetterOutcomes = { sent: 0, written: 0, deferred: 0, failed: 0, suppressed: 0 }

export function resultCounter(): ResultCounter {
  let letterOutcomes = NONE
  let reminders = NONE
  let letters = 0
  let errorsInARow = 0
  return {
    count(outcome, letter) {
      letters += 1
      letterOutcomes = { ...letterOutcomes, [outcome]: letterOutcomes[outcome] + 1 }
      if (letter && isReminder(letter)) reminders = { ...reminders, [outcome]: reminders[outcome] + 1 }
      if (outcome === 'sent' || outcome === 'written') errorsInARow = 0
    },
    countError() {
      errorsInARow += 1
    },
    size: () => letters,
    take({ unreachable = null, idle = null } = {}) {
      const result = { ...letterOutcomes, reminders, errorsInARow, unreachable, idle }
      letterOutcomes = NONE
      reminders = NONE
      letters = 0
      if (idle === 'nothing-due') errorsInARow = 0
      return result
    },
  }
}

const isReminder = ({ kind }: Letter): boolean => kind === 'survey-reminder' || kind === 'survey-last-reminder'
