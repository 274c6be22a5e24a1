import { expect, it } from 'vitest'
import type { ExposedWave } from './exposed-wave.ts'
import { invitationRecord } from './write-log.ts'

const [ID, TRAVELER] = ['1f0a9a46-9a2b-4c57-8f0e-0d3a8b6f1c2d', '7c1b2a90-55aa-4d31-9f27-3b8e6a4c5d6e']
const LONG = 'b2e7c4d1-0a9b-4c3d-8e2f-1a2b3c4d5e6f'
const textOf = (text: string) => 13 + 2 * text.length

/** A record of `invitation` in a page, as SQLite writes it, and the position of its id. */
function written(wave: string, cell: string | null, answered: boolean) {
  const types = [textOf(ID), textOf(wave), textOf(TRAVELER), cell === null ? 0 : textOf(cell), 8, answered ? 9 : 8]
  const texts = [ID, wave, TRAVELER, cell ?? ''].join('')
  const header = [types.length + 1 + texts.length, types.length + 1, ...types]
  const page = Buffer.concat([
    Buffer.alloc(20, 7),
    Buffer.from(header),
    Buffer.from(texts, 'latin1'),
    Buffer.alloc(9, 7),
  ])
  return { page, at: 20 + header.length }
}
const waveOf = (id: string) => ({ id }) as ExposedWave

it.each([
  ['short', 'dF_8-aZ0', 'kQ3x_-9B'],
  ['long', LONG, LONG],
  ['of two lengths', 'dF_8-aZ0', LONG],
])('reads a record whose ids are %s', (_, wave, cell) => {
  for (const answered of [true, false]) {
    const { page, at } = written(wave, cell, answered)
    expect(invitationRecord(page, at, waveOf(wave))).toEqual({ cell, answered })
  }
})

it('reads a record without a cell, and one whose first bytes a list of free blocks has overwritten', () => {
  const unlinked = written('dF_8-aZ0', null, false)
  expect(invitationRecord(unlinked.page, unlinked.at, waveOf('dF_8-aZ0'))).toEqual({ cell: null, answered: false })
  const freed = written('dF_8-aZ0', 'kQ3x_-9B', true)
  freed.page.fill(0x55, freed.at - 8, freed.at - 4)
  expect(invitationRecord(freed.page, freed.at, waveOf('dF_8-aZ0'))).toEqual({ cell: 'kQ3x_-9B', answered: true })
})

it('reads no record of another wave, with other columns, or without a header', () => {
  const { page, at } = written('dF_8-aZ0', 'kQ3x_-9B', true)
  expect(invitationRecord(page, at, waveOf('dF_8-aZ1'))).toBeNull()
  const indexed = Buffer.from(page)
  indexed[at - 4] = 9
  expect(invitationRecord(indexed, at, waveOf('dF_8-aZ0'))).toBeNull()
  expect(invitationRecord(page.subarray(at - 3), 3, waveOf('dF_8-aZ0'))).toBeNull()
})
