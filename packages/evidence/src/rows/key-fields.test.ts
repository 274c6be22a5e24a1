import { expect, test } from 'vitest'
import { REGISTER_IDS, registers } from '../register.ts'
import { keyFields } from './key-fields.ts'

test('the key of a row in every register consists of exactly its key fields', () => {
  for (const id of REGISTER_IDS) {
    const cells = Object.fromEntries(
      registers[id].fields.map(({ name, kind }) => [name, kind === 'list' ? [`of ${name}`] : `of ${name}`]),
    )
    const keys = registers[id].keys as (row: unknown) => readonly (readonly string[])[]
    expect([id, keys(cells)]).toEqual([id, [keyFields(id).map((name) => `of ${name}`)]])
  }
})
