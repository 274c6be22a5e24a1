import { FINEST_STEP, PUBLISHED_STEPS, type PublishedStep } from '../publish/published-step.ts'

/** The precision of a wave's published figures, in its row. */
export interface StepRow {
  readonly status: string
  /** Null unless an earlier version, which searched for a safe step, unlinked the wave. */
  readonly published_step: string | null
}

/** Until it is unlinked, a closed wave shows its verdict without a figure. */
export function storedStep({ status, published_step: text }: StepRow): PublishedStep {
  if (status === 'closed') return 'verdict'
  return PUBLISHED_STEPS.find((step) => String(step) === text) ?? FINEST_STEP
}
