import { FINEST_STEP, PUBLISHED_STEPS, type PublishedStep } from '@wayproof/scorecard'

/** How finely the figures of a wave may leave, as its row says. */
export interface StepRow {
  readonly status: string
  /** Null where nothing was chosen: before unlinking, and in waves unlinked before there was a choice. */
  readonly published_step: string | null
}

/** Until the step is chosen, at unlinking, a closed wave shows its verdict without a figure. */
export function storedStep({ status, published_step: text }: StepRow): PublishedStep {
  if (status === 'closed') return 'verdict'
  return PUBLISHED_STEPS.find((step) => String(step) === text) ?? FINEST_STEP
}
