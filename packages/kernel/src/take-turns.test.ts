import { expect, test } from 'vitest'
import { takeTurns } from './take-turns.ts'

test('turns are granted in order of request, and requests beyond the limit are refused', async () => {
  const nextTurn = takeTurns(1)
  const first = await nextTurn()
  const log: string[] = []
  const second = nextTurn().then((turn) => {
    log.push('second')
    return turn
  })
  expect(await nextTurn()).toBeNull()
  expect(log).toEqual([])
  first?.end()
  const turn = await second
  expect(log).toEqual(['second'])
  turn?.end()
  expect(await nextTurn()).not.toBeNull()
})
