import { importRegister } from '@wayproof/evidence/import-register'
import { defaultProfile } from '@wayproof/evidence/profiles/default-profile'
import type { RegisterId } from '@wayproof/evidence/register'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'

const formulas = [
  '=1+1',
  '+1',
  '-1',
  '@x',
  '＝1',
  '＋1',
  '－1',
  "'=1",
  "'plain",
  ' _x0041_ & <b>',
  '携程,"旅行"',
  ';=1',
]

async function openExport() {
  const opened = await openApp()
  const { services } = opened
  const { cookie } = await opened.join('executive')
  const partners = formulas.map((name, n) => ({
    rowNumber: n + 2,
    cells: {
      id: `00${n}`,
      name: name.trim(),
      service: 'ota',
      processesPersonalData: n % 2 === 0,
      dataClasses: null,
      countries: null,
      criticality: null,
      onboarded: '2023-01-01',
      offboarded: n === 3 ? '2025-12-31' : null,
    },
  }))
  const origin = { id: 'i', fileName: 'f', digest: '', at: 0, by: 'hr' }
  await services.store.evidence.saveRows('partners', partners, origin)
  const bookings = Array.from({ length: 2_500 }, (_, n) => ({
    rowNumber: n + 2,
    cells: { month: '2025-01', channel: `c${n}`, count: n },
  }))
  await services.store.evidence.saveRows('bookings', bookings, { ...origin, id: 'j' })
  const exported = (path: string) => opened.send(`/export/${path}`, { headers: { cookie } })
  const importAgain = async (register: RegisterId, bytes: Uint8Array) => {
    async function* source() {
      yield bytes
    }
    const ports = {
      evidence: services.store.evidence,
      clock: services.clock,
      ids: services.ids,
      timeZone: services.timeZone,
    }
    const command = { register, profile: defaultProfile(register), fileName: 'f', by: 'hr', dryRun: true }
    return importRegister(ports, { ...command, source: source() })
  }
  return { ...opened, exported, importAgain }
}

test.each(['csv', 'xlsx'])('an export as %s can be imported again unchanged', async (form) => {
  const { exported, importAgain } = await openExport()
  for (const [register, rows] of [['partners', formulas.length] as const, ['bookings', 2_500] as const]) {
    const answer = await exported(`${register}/${form}`)
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${register}-2026-07-01.${form}"`)
    const imported = await importAgain(register, new Uint8Array(await answer.arrayBuffer()))
    expect(imported).toMatchObject({ ok: true, value: { added: 0, changed: 0, unchanged: rows } })
  }
})

test('no cell of a CSV starts a formula, and the file starts with a byte order mark', async () => {
  const { exported } = await openExport()
  const bytes = Buffer.from(await (await exported('partners/csv')).arrayBuffer())
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  const lines = bytes.toString('utf8').slice(1).trim().split('\r\n')
  expect(lines).toHaveLength(formulas.length + 1)
  expect(lines[1]).toBe("000,'=1+1,ota,yes,,,,2023-01-01,")
  expect(lines.filter((line) => /(^|,)"?[=+\-@＝＋－＠]/.test(line))).toEqual([])
})

test('staff are exported only for users who may see them, and nothing without a session', async () => {
  const { exported, send } = await openExport()
  expect((await exported('staff-roles/csv')).status).toBe(404)
  expect((await exported('user/csv')).status).toBe(404)
  expect((await exported('partners/pdf')).status).toBe(404)
  expect((await send('/export/partners/csv')).status).toBe(401)
})
