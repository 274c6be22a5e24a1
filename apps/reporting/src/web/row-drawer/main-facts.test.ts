import { REGISTER_IDS, registers } from '@wayproof/evidence/register'
import { expect, test } from 'vitest'
import { mainFacts } from './row-drawer.tsx'

const filled = (register: (typeof REGISTER_IDS)[number]) =>
  Object.fromEntries(registers[register].fields.map(({ name }) => [name, 'x']))

test.each(REGISTER_IDS)('a drawer shows at most eight facts of %s, none that its title has', (register) => {
  const names = mainFacts(register, filled(register)).map(({ name }) => name)
  expect(names.length).toBeLessThanOrEqual(8)
  expect(names).not.toEqual(expect.arrayContaining(['title']))
  for (const key of registers[register].key) expect(names).not.toContain(key)
})

test('an empty cell is no fact', () => {
  expect(mainFacts('incidents', {})).toEqual([])
  expect(mainFacts('incidents', { cause: 'error', title: 'x' }).map(({ name }) => name)).toEqual(['cause'])
})
