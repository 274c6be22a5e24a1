import type { Messages } from '@wayproof/messages'
import type { SampleStanding } from '@wayproof/scorecard'

/** How a sample came out so far; of one that took every row no bound is said. */
export function standingWords(standing: SampleStanding, frameSize: number, { reporting }: Messages): string {
  const { samples } = reporting
  const { done, size, errors } = standing
  return done === size && size === frameSize ? samples.complete(errors, size) : samples.standing(standing)
}
