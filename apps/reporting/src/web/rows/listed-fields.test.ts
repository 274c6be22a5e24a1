import { keyFields } from '@wayproof/evidence/key-fields'
import { REGISTER_IDS, registers } from '@wayproof/evidence/register'
import { expect, test } from 'vitest'
import { listedFields } from './listed-fields.ts'

test.each(REGISTER_IDS)('a row of %s is told in at most seven columns, with what it is known by', (register) => {
  const names = listedFields(register).map(({ name }) => name)
  expect(names.length).toBe(Math.min(7, registers[register].fields.length))
  expect(names).toEqual(expect.arrayContaining([...keyFields(register)]))
})
