import type { Wave, WaveStatus } from '@wayproof/survey/waves/wave'

/** An open wave may be shown as paused. */
export const displayStatus = ({ status, paused }: Wave): WaveStatus | 'paused' =>
  status === 'open' && paused ? 'paused' : status
