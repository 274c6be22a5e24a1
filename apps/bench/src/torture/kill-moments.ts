import type { Random } from '@wayproof/sample-company/random'

/** When an app is killed. */
export interface KillMoment {
  /** `starting`: so soon after its start that it may not work yet; else once `after` of the work is done. */
  readonly kind: 'starting' | 'working'
  readonly after: number
  /** Additional milliseconds. */
  readonly delay: number
}

/** Maximum share of the work before a kill, so that some is left for each. */
const DONE_AT_LAST = 0.7
const KILLED_STARTING = 0.2

/** Returns `kills` random moments over `work` pieces of work, the same for the same draws. */
export function killMoments(draw: Random, kills: number, work: number): readonly KillMoment[] {
  const last = Math.floor(work * DONE_AT_LAST)
  const points = Array.from({ length: kills }, () => draw.between(0, last)).sort((a, b) => a - b)
  return points.map((after) =>
    draw.chance(KILLED_STARTING)
      ? { kind: 'starting', after, delay: draw.between(0, 800) }
      : { kind: 'working', after, delay: draw.between(0, 30) },
  )
}
