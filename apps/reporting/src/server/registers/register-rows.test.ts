import { USER_ROLES, type UserRole } from '@wayproof/accounts/accounts/person'
import { importRegister } from '@wayproof/evidence/import-register'
import { defaultProfile } from '@wayproof/evidence/profiles/default-profile'
import { REGISTER_IDS, type RegisterId } from '@wayproof/evidence/register'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'

async function openRegisters() {
  const { services } = await openApp()
  const callerAs = (role: UserRole) => {
    const user = { id: services.ids.next(), name: role, email: `${role}@x.example`, role, locale: 'en' } as const
    const caller = appRouter.createCaller(createContextInner(services, { user }))
    const { page, show, write, correct, removed } = caller.registerRow
    return {
      list: caller.register.list,
      page,
      show,
      write,
      correct,
      removed,
      undoImport: caller.register.undoImport,
      history: caller.register.history,
    }
  }
  const upload = async (register: RegisterId, text: string) => {
    async function* source() {
      yield new TextEncoder().encode(text)
    }
    const origin = { fileName: 'file.csv', dryRun: false, by: 'human-resources' }
    const command = { register, profile: defaultProfile(register), ...origin }
    const ports = {
      evidence: services.store.evidence,
      clock: services.clock,
      ids: services.ids,
      timeZone: services.timeZone,
    }
    const imported = await importRegister(ports, { ...command, source: source() })
    if (!imported.ok) throw new Error(JSON.stringify(imported.fault))
  }
  return { callerAs, upload, services }
}

const roster = (units: Readonly<Record<string, number>>) =>
  ['number,role,unit,startDay,endDay']
    .concat(
      Object.entries(units).flatMap(([unit, people]) =>
        Array.from({ length: people }, (_, n) => `${unit}${n},a,${unit},2024-01-01,`),
      ),
    )
    .join('\n')
const query = { find: '', page: 1 }

test('only their department, officers and auditors see single staff; others see units of five or more', async () => {
  const { callerAs, upload } = await openRegisters()
  await upload('staff-roles', roster({ Sales: 6, IT: 5, Legal: 2, Board: 3 }))
  for (const role of ['officer', 'human-resources', 'auditor'] as const)
    expect(await callerAs(role).page({ register: 'staff-roles', ...query })).toMatchObject({
      kind: 'rows',
      total: 16,
      mayWrite: role !== 'auditor',
    })
  const [row] = await callerAs('officer')
    .page({ register: 'staff-roles', ...query })
    .then((page) => (page.kind === 'rows' ? page.rows : []))
  for (const role of ['executive', 'procurement', 'it-security', 'customer-service'] as const) {
    expect(await callerAs(role).page({ register: 'staff-roles', ...query, find: 'Legal' })).toEqual({
      kind: 'units',
      units: [
        { unit: 'Sales', people: 6 },
        { unit: 'IT', people: 5 },
        { unit: '', people: 5 },
      ],
    })
    await expect(callerAs(role).show({ register: 'staff-roles', key: row?.key ?? '' })).rejects.toThrow('row-unknown')
  }
  expect(await callerAs('human-resources').show({ register: 'staff-roles', key: row?.key ?? '' })).toMatchObject({
    row,
    mayWrite: true,
  })
})

const MAINTAINED_BY: Partial<Record<UserRole, readonly RegisterId[]>> = {
  'human-resources': ['staff-roles', 'staff-leave', 'training-completions', 'exam-attempts', 'training-sessions'],
  procurement: ['partners', 'partner-audits', 'partner-agreements', 'audit-rounds', 'audit-findings'],
  'customer-service': ['bookings'],
  'it-security': [
    'incidents',
    'incident-notices',
    'security-assessments',
    'security-findings',
    'security-scans',
    'systems',
  ],
}

test('each department may write the registers it maintains, and the privacy officer may write all', async () => {
  const { callerAs, services } = await openRegisters()
  for (const role of USER_ROLES.filter((userRole) => userRole !== 'administrator')) {
    for (const register of REGISTER_IDS) {
      const mayWrite = role === 'officer' || (MAINTAINED_BY[role]?.includes(register) ?? false)
      const registersOfRole = await callerAs(role).list()
      expect(
        registersOfRole.find(({ id }) => id === register),
        `${role} ${register}`,
      ).toMatchObject({ mayImport: mayWrite })
      const isStaffOnly =
        register.startsWith('staff') || register === 'training-completions' || register === 'exam-attempts'
      if (isStaffOnly && !mayWrite) continue
      const shownRows = await callerAs(role).page({ register, ...query })
      expect(shownRows, `${role} ${register}`).toMatchObject({ mayWrite })
    }
  }
  const keepers = Object.fromEntries((await callerAs('executive').list()).map(({ id, keptBy }) => [id, keptBy]))
  for (const register of REGISTER_IDS) {
    const office = USER_ROLES.find((role) => MAINTAINED_BY[role]?.includes(register))
    expect(keepers[register], register).toBe(office ?? 'officer')
  }
  const texts = { id: 'S-1', kind: 'scan', performedOn: dateAt(services.clock.now(), services.timeZone) }
  const add = { register: 'security-scans', what: { kind: 'add', texts }, reason: 'monthly scan' } as const
  expect(await callerAs('it-security').write(add)).toMatchObject({ ok: true })
  expect(await callerAs('procurement').write(add)).toEqual({ ok: false, fault: { code: 'not-the-keeper' } })
})

test('records of other registers are open to everyone, 20 on a page, with a filter', async () => {
  const { callerAs, upload } = await openRegisters()
  const partners = Array.from({ length: 41 }, (_, n) => `p${100 + n},N,ota,${n === 7 ? 'no' : 'yes'},2023-01-01,`)
  await upload('partners', ['id,name,service,processesPersonalData,onboarded,offboarded', ...partners].join('\n'))
  const { page } = callerAs('executive')
  expect(await page({ register: 'partners', ...query, page: 3 })).toMatchObject({
    mayWrite: false,
    total: 41,
    rows: [{ key: '["p140"]', origin: { fileName: 'file.csv', rowNumber: 42 } }],
  })
  expect(await page({ register: 'partners', ...query, page: 999 })).toEqual(
    await page({ register: 'partners', ...query, page: 3 }),
  )
  expect(await page({ register: 'partners', ...query, only: 'processesPersonalData:no' })).toMatchObject({
    total: 1,
    rows: [{ key: '["p107"]' }],
  })
  await expect(callerAs('executive').show({ register: 'partners', key: '["p1"]' })).rejects.toThrow('row-unknown')
})

test('a register is edited by its department and the officer; a refusal lists the faults of each cell', async () => {
  const { callerAs } = await openRegisters()
  const texts = { id: 'p1', name: 'Trip', service: 'ota', processesPersonalData: 'yes', onboarded: '2023-01-01' }
  const add = { register: 'partners', what: { kind: 'add', texts }, reason: 'signed today' } as const
  expect(await callerAs('human-resources').write(add)).toEqual({ ok: false, fault: { code: 'not-the-keeper' } })
  for (const role of ['executive', 'auditor'] as const)
    await expect(callerAs(role).write(add)).rejects.toThrow('FORBIDDEN')
  const invalidAdd = { ...add, what: { kind: 'add', texts: { ...texts, offboarded: '2022-01-01' } } } as const
  expect(await callerAs('procurement').write(invalidAdd)).toMatchObject({
    fault: { code: 'bad-cells', cells: [{ column: 'offboarded', code: 'out-of-order', expected: '2023-01-01' }] },
  })
  expect(await callerAs('procurement').write(add)).toEqual({ ok: true, value: ['["p1"]'] })
  const seen = { ...texts, offboarded: '' }
  const remove = { register: 'partners', what: { kind: 'remove', key: '["p1"]', seen }, reason: 'twice' } as const
  expect(await callerAs('officer').write(remove)).toMatchObject({ ok: true })
  expect(await callerAs('auditor').show({ register: 'partners', key: '["p1"]' })).toMatchObject({
    row: null,
    history: [
      { reason: 'twice', after: null },
      { reason: 'signed today', before: null },
    ],
  })
  expect(await callerAs('procurement').removed({ register: 'partners' })).toMatchObject([
    { key: '["p1"]', reason: 'twice' },
  ])
  await expect(callerAs('human-resources').removed({ register: 'partners' })).rejects.toThrow('not-the-keeper')
})

test('the department of a register undoes its last import, and sees the reason if that is impossible', async () => {
  const { callerAs, upload } = await openRegisters()
  await upload('training-sessions', 'quarter,heldOn\n2026-Q1,2026-02-03\n')
  const [last] = await callerAs('auditor').history({ register: 'training-sessions' })
  expect(last).toMatchObject({ fileName: 'file.csv', added: 1, changed: 0, undone: null })
  const command = { register: 'training-sessions', importId: last?.id ?? '', reason: 'wrong year' } as const
  expect(await callerAs('procurement').undoImport(command)).toEqual({ ok: false, fault: { code: 'not-the-keeper' } })
  expect(await callerAs('human-resources').undoImport(command)).toEqual({
    ok: true,
    value: { added: 1, changed: 0, unchanged: 0 },
  })
  expect(await callerAs('human-resources').undoImport(command)).toEqual({ ok: false, fault: { code: 'import-undone' } })
  expect(await callerAs('executive').history({ register: 'training-sessions' })).toMatchObject([
    { undone: { by: expect.any(String), reason: 'wrong year' } },
  ])
})

test('a list is filtered, sorted and counted by view, and exported as it is shown', async () => {
  const { callerAs, upload } = await openRegisters()
  const partners = ['p1,Lodge,hotel,yes,2023-01-01,', 'p2,Bus,bus,yes,2023-02-01,']
  await upload('partners', ['id,name,service,processesPersonalData,onboarded,offboarded', ...partners].join('\n'))
  const rounds = ['p1,2024,all,2024-03-01,,,,', 'p2,2024,all,2024-02-01,2024-02-02,2024-02-03,2024-02-04,2024-02-05']
  await upload(
    'audit-rounds',
    ['partnerId,year,scope,plannedOn,sentOn,answeredOn,reviewedOn,closedOn', ...rounds].join('\n'),
  )
  const { page } = callerAs('procurement')
  const shown = await page({ register: 'audit-rounds', ...query, view: 'overdue' })
  expect(shown).toMatchObject({
    total: 1,
    rows: [{ key: '["p1","2024"]' }],
    partnerNames: { p1: 'Lodge' },
    views: [
      { view: 'all', rows: 2 },
      { view: 'open', rows: 1 },
      { view: 'due', rows: 0 },
      { view: 'overdue', rows: 1 },
    ],
  })
  const sorted = await page({ register: 'partners', ...query, sort: { field: 'name', isDescending: false } })
  expect(sorted).toMatchObject({ rows: [{ key: '["p2"]' }, { key: '["p1"]' }], views: [], partnerNames: {} })
  const ranged = await page({ register: 'partners', ...query, only: 'onboarded:2023-01-02..;service:bus;service:taxi' })
  expect(ranged).toMatchObject({ total: 1, rows: [{ key: '["p2"]' }] })
})

test('many records get one value by their department alone, or all stay', async () => {
  const { callerAs, upload } = await openRegisters()
  const partners = ['p1,Lodge,hotel,yes,2023-01-01,', 'p2,Bus,bus,yes,2023-02-01,']
  await upload('partners', ['id,name,service,processesPersonalData,onboarded,offboarded', ...partners].join('\n'))
  const command = { register: 'partners', field: 'offboarded', text: '2023-01-15', reason: 'end of contract' } as const
  const rows = ['["p1"]', '["p2"]'].map((key) => ({ key, seen: '' }))
  expect(await callerAs('it-security').correct({ ...command, rows })).toEqual({
    ...{ ok: false, fault: { code: 'not-the-keeper' } },
  })
  expect(await callerAs('procurement').correct({ ...command, rows })).toMatchObject({
    fault: { code: 'bad-rows', rows: [{ key: '["p2"]' }] },
  })
  expect(await callerAs('procurement').correct({ ...command, text: '2023-03-01', rows })).toMatchObject({ ok: true })
  const { history } = await callerAs('auditor').show({ register: 'partners', key: '["p2"]' })
  expect(history).toMatchObject([{ reason: 'end of contract', after: { offboarded: '2023-03-01' } }])
})
