import { expect, test } from 'vitest'
import { REGISTER_IDS, registers } from '../register.ts'
import { keyFields } from './key-fields.ts'

test('the key of a row of every register is made of its key fields, and of nothing else', () => {
  for (const id of REGISTER_IDS) {
    const cells = Object.fromEntries(
      registers[id].fields.map(({ name, kind }) => [name, kind === 'list' ? [`of ${name}`] : `of ${name}`]),
    )
    const keys = registers[id].keys as (row: unknown) => readonly (readonly string[])[]
    expect([id, keys(cells)]).toEqual([id, [keyFields(id).map((name) => `of ${name}`)]])
  }
})
