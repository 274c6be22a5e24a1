import { expect, test } from 'vitest'
import { takeTurns } from './take-turns.ts'

test('turns come one after the other in the order of asking, and too many waiting are turned away', async () => {
  const turns = takeTurns(1)
  const first = await turns()
  const told: string[] = []
  const second = turns().then((turn) => {
    told.push('second')
    return turn
  })
  expect(await turns()).toBeNull()
  expect(told).toEqual([])
  first?.end()
  const turn = await second
  expect(told).toEqual(['second'])
  turn?.end()
  expect(await turns()).not.toBeNull()
})
