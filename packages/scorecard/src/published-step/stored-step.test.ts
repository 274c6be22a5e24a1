import { expect, it } from 'vitest'
import { storedStep } from './stored-step.ts'

it('a wave is shown by its verdict until it is unlinked, then in tenths of a point unless an earlier version chose a step', () => {
  const stepOf = (status: string, step: string | null) => storedStep({ status, published_step: step })
  expect([stepOf('closed', null), stepOf('closed', '0.1')]).toEqual(['verdict', 'verdict'])
  expect([stepOf('unlinked', null), stepOf('unlinked', '0.5'), stepOf('unlinked', 'verdict')]).toEqual([
    0.1,
    0.5,
    'verdict',
  ])
})
