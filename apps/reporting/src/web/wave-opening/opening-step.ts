export const OPENING_STEPS = ['plan', 'questions', 'letters', 'confirm'] as const

export type OpeningStep = (typeof OPENING_STEPS)[number]

/** The step in the address; the first one stands in no address, and an invalid one is ignored. */
export interface OpeningSearch {
  readonly step?: OpeningStep
}

export function openingSearch({ step: named }: Record<string, unknown>): OpeningSearch {
  const step = OPENING_STEPS.find((openingStep) => openingStep === named)
  return step && step !== 'plan' ? { step } : {}
}

/** The step to show, from 0: that of the address, but none beyond those that the reader has passed on this visit. */
export const shownStep = ({ step = 'plan' }: OpeningSearch, reached: number): number =>
  Math.min(OPENING_STEPS.indexOf(step), reached)

/** The parameters of the address of a step, from 0. */
export const searchOfStep = (at: number): OpeningSearch => openingSearch({ step: OPENING_STEPS[at] })
