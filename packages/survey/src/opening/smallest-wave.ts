import type { Programme } from '../programme/programme.ts'

/** The fewest people that a wave may invite now; `instead` replaces the setting. */
export const smallestWaveOf = (instead: number | undefined, programme: Programme): number =>
  instead ?? programme.smallestWave
