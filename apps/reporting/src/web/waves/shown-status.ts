import type { Wave, WaveStatus } from '@wayproof/survey'

/** A wave's state as people read it: an open one may be paused. */
export const shownStatus = ({ status, paused }: Wave): WaveStatus | 'paused' =>
  status === 'open' && paused ? 'paused' : status
