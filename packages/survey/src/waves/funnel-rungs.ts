import type { Funnel } from './wave.ts'

interface FunnelRung {
  readonly step: 'invited' | 'delivered' | 'written' | 'answered'
  readonly people: number
}

/** The steps of a funnel that are shown: those that are known, and letters in a folder only where there are any. */
export function funnelRungs({ invited, delivered, written, answered }: Funnel): readonly FunnelRung[] {
  const steps = { invited, delivered, written: written || null, answered }
  return (['invited', 'delivered', 'written', 'answered'] as const).flatMap((step) => {
    const people = steps[step]
    return people === null ? [] : [{ step, people }]
  })
}
