import { REGISTER_IDS, registers } from '@wayproof/evidence/register'
import { keyFields } from '@wayproof/evidence/rows/key-fields'
import { expect, test } from 'vitest'
import { listedFields } from './listed-fields.ts'

test.each(REGISTER_IDS)('a list of %s has at most seven columns, the key among them', (register) => {
  const names = listedFields(register).map(({ name }) => name)
  expect(names.length).toBe(Math.min(7, registers[register].fields.length))
  expect(names).toEqual(expect.arrayContaining([...keyFields(register)]))
})
