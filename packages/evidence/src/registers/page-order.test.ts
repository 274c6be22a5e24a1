import { openTestDatabase } from '@wayproof/database/testing/engines'
import { expect, test } from 'vitest'
import { REGISTER_IDS, type RegisterId, registers } from '../register.ts'
import { importText } from '../testing/import-ports.ts'
import { filledDatabase } from '../testing/register-files.ts'
import { rowStore } from './row-store.ts'

const whole = { find: '', filters: [], offset: 0, limit: 1_000 }

test('pages of any length, early or late, are the pieces of the whole list, in every order and with a search', async () => {
  const database = await openTestDatabase()
  const lines = Array.from({ length: 23 }, (_, i) =>
    [
      `p${(i * 7) % 23}`,
      `Partner ${i % 4}`,
      i % 2 ? 'Bus' : 'Air',
      'yes',
      '2023-01-01',
      i % 3 ? `2024-01-${10 + i}` : '',
    ].join(),
  )
  const head = 'id,name,service,processesPersonalData,onboarded,offboarded'
  await importText(database, 'partners', [head, ...lines].join('\n'))
  const { page } = rowStore(database)
  for (const { name } of registers.partners.fields)
    for (const isDescending of [false, true])
      for (const find of ['', 'bus', 'p1']) {
        const asked = { ...whole, find, sort: { field: name, isDescending } }
        const { rows, total } = await page('partners', asked)
        expect(rows).toHaveLength(total)
        for (const limit of [1, 4, 25])
          for (let offset = 0; offset < total + limit; offset += limit)
            expect(await page('partners', { ...asked, limit, offset })).toEqual({
              rows: rows.slice(offset, offset + limit),
              total,
            })
      }
})

test('a search in any register finds the rows that have the text in a cell of text, day or list', async () => {
  const database = await filledDatabase()
  const { page } = rowStore(database)
  const searched = (register: RegisterId) =>
    registers[register].fields.filter(({ kind }) => ['text', 'day', 'month', 'partial-date', 'list'].includes(kind))
  for (const register of REGISTER_IDS) {
    const { rows } = await page(register, { ...whole, sort: null })
    for (const find of ['A', '1', '2025', '2025-0', '-', 'é', 'x', 'p1', ',', 'y ']) {
      const matching = rows.filter(({ cells }) =>
        searched(register).some(({ name }) =>
          String(cells[name] ?? '')
            .toLowerCase()
            .includes(find.toLowerCase()),
        ),
      )
      expect(await page(register, { ...whole, sort: null, find }), `${register} ${find}`).toEqual({
        rows: matching,
        total: matching.length,
      })
    }
  }
})
