import type { RegisterId } from '@wayproof/evidence'
import type { UserRole } from '@wayproof/store'
import { expect, test } from 'vitest'
import { createContextInner } from '../context.ts'
import { importFile } from '../import/import-file.ts'
import { appRouter } from '../router.ts'
import { openApp } from '../testing/open-app.ts'

async function openRegisters() {
  const { parts } = await openApp()
  const as = (role: UserRole) => {
    const user = { id: parts.ids.next(), name: role, email: `${role}@x.example`, role, locale: 'en' } as const
    return appRouter.createCaller(createContextInner(parts, { user })).registerRow
  }
  const bring = async (register: RegisterId, text: string) => {
    async function* source() {
      yield new TextEncoder().encode(text)
    }
    const command = { register, profile: 'default', fileName: 'file.csv', dryRun: false, by: 'human-resources' }
    const taken = await importFile(parts, { ...command, source: source() })
    if (!taken.ok) throw new Error(JSON.stringify(taken.fault))
  }
  return { as, bring, parts }
}

const roster = (units: Readonly<Record<string, number>>) =>
  ['number,role,unit,startDay,endDay']
    .concat(
      Object.entries(units).flatMap(([unit, people]) =>
        Array.from({ length: people }, (_, n) => `${unit}${n},a,${unit},2024-01-01,`),
      ),
    )
    .join('\n')
const query = { find: '', only: null, page: 1 }

test('single members of staff are seen by their office, officers and auditors; others see units of five or more', async () => {
  const { as, bring } = await openRegisters()
  await bring('staff-roles', roster({ Sales: 6, IT: 5, Legal: 2, Board: 3 }))
  for (const role of ['officer', 'human-resources', 'auditor'] as const)
    expect(await as(role).page({ register: 'staff-roles', ...query })).toMatchObject({
      kind: 'rows',
      total: 16,
      mayWrite: role !== 'auditor',
    })
  const [row] = await as('officer')
    .page({ register: 'staff-roles', ...query })
    .then((page) => (page.kind === 'rows' ? page.rows : []))
  for (const role of ['executive', 'procurement', 'it-security', 'customer-service'] as const) {
    expect(await as(role).page({ register: 'staff-roles', ...query, find: 'Legal' })).toEqual({
      kind: 'units',
      units: [
        { unit: 'Sales', people: 6 },
        { unit: 'IT', people: 5 },
        { unit: '', people: 5 },
      ],
    })
    await expect(as(role).show({ register: 'staff-roles', key: row?.key ?? '' })).rejects.toThrow('row-unknown')
  }
  expect(await as('human-resources').show({ register: 'staff-roles', key: row?.key ?? '' })).toMatchObject({ row, mayWrite: true })
})

test('rows of other registers are for everybody, fifty a page, and filtered', async () => {
  const { as, bring } = await openRegisters()
  const partners = Array.from({ length: 51 }, (_, n) => `p${100 + n},N,ota,${n === 7 ? 'no' : 'yes'},2023-01-01,`)
  await bring('partners', ['id,name,service,processesPersonalData,onboarded,offboarded', ...partners].join('\n'))
  const { page } = as('executive')
  expect(await page({ register: 'partners', ...query, page: 2 })).toMatchObject({
    mayWrite: false,
    total: 51,
    rows: [{ key: '["p150"]', origin: { fileName: 'file.csv', rowNumber: 52 } }],
  })
  expect(
    await page({ register: 'partners', ...query, only: { field: 'processesPersonalData', text: 'no' } }),
  ).toMatchObject({ total: 1, rows: [{ key: '["p107"]' }] })
  await expect(as('executive').show({ register: 'partners', key: '["p1"]' })).rejects.toThrow('row-unknown')
})
