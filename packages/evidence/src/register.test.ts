import { expect, test } from 'vitest'
import { REGISTER_IDS, registers } from './register.ts'

test.each(REGISTER_IDS)('every key field of %s has a value in every row', (id) => {
  const { fields, key } = registers[id]
  expect(key.map((name) => fields.find((field) => field.name === name)?.required)).toEqual(key.map(() => true))
})

test.each(REGISTER_IDS)('a list among the key fields of %s has a column for its items', (id) => {
  const { fields, key, itemColumn } = registers[id]
  const names: readonly string[] = key
  const lists = fields.filter(({ name, kind }) => kind === 'list' && names.includes(name)).map(({ name }) => name)
  expect(lists).toEqual(itemColumn ? [itemColumn.field] : [])
})

test.each(REGISTER_IDS)('%s comes after the registers that it refers to', (id) => {
  const places = Object.values(registers[id].references ?? {})
    .flat()
    .map((other) => REGISTER_IDS.indexOf(other))
  expect(places.filter((place) => place < 0 || place >= REGISTER_IDS.indexOf(id))).toEqual([])
})
