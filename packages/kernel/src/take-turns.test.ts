import { expect, test } from 'vitest'
import { takeTurns } from './take-turns.ts'

test('turns are granted in order of request, and requests beyond the limit are refused', async () => {
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
