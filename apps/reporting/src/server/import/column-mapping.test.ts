import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { undoForKeeper } from '../registers/register-router.ts'
import { cookieOf, openApp } from '../testing/open-app.ts'

const OCTETS = { 'content-type': 'application/octet-stream' }
const lms = '工号;课程;完成时间;结果\n0017;隐私;03/04/2026 09:30;通过\n0018;隐私;25/04/2026;未通过\n'
const fields = { 工号: 'number', 课程: null, 完成时间: 'takenAt', 结果: 'score' } as const
const columns = Object.entries(fields).map(([heading, field]) => ({ heading, field }))
const words = { score: { 通过: '100', 未通过: '0' } }
const savedMapping = {
  encoding: 'utf-8',
  delimiter: ';',
  dayFormat: 'D/M/YYYY',
  columns,
  constants: {},
  words,
} as const

test('the columns of a foreign file are proposed, mapped, saved with date and user, checked and imported', async () => {
  const { send, post, join, signIn, services, pass } = await openApp()
  const officer = await join('officer')
  const save = async (cookie: string, mapping: unknown) => {
    const input = { json: { register: 'exam-attempts', mapping } }
    const answer = await (await post('/trpc/register.saveMapping', input, { cookie })).json()
    return answer.result.data.json as { readonly ok: boolean; readonly value: string; readonly fault?: object }
  }
  const columnsOf = async (body: string, query = '', cookie = officer.cookie) => {
    const answer = await send(`/import/exam-attempts/columns?${query}`, {
      method: 'POST',
      body,
      headers: { cookie, ...OCTETS },
    })
    return { status: answer.status, body: await answer.json() }
  }
  const importWith = async (profile: string, dryRun: boolean, body = lms) => {
    const path = `/import/exam-attempts?profile=${profile}&dryRun=${dryRun}&fileName=lms.csv`
    return (await send(path, { method: 'POST', body, headers: { cookie: officer.cookie, ...OCTETS } })).json()
  }

  const first = await columnsOf(lms)
  expect(first.body).toMatchObject({
    ok: true,
    earlier: null,
    file: {
      delimiter: ';',
      rows: 2,
      columns: [{ heading: '工号' }, { texts: ['隐私'] }, {}, { texts: ['通过', '未通过'] }],
    },
    // The Chinese label of the register, although the officer reads English.
    mapping: {
      dayFormat: 'YYYY-MM-DD',
      columns: [{ field: 'number' }, { field: null }, { field: null }, { field: null }],
    },
  })
  expect(await save(officer.cookie, { ...savedMapping, dayFormat: null })).toMatchObject({
    fault: { code: 'day-format-missing', columns: ['完成时间'] },
  })
  const saved = await save(officer.cookie, savedMapping)
  expect(saved.ok).toBe(true)
  expect((await save(officer.cookie, savedMapping)).value).toBe(saved.value)

  const profile = `mapping:${saved.value}`
  expect(await importWith(profile, true)).toMatchObject({
    ok: true,
    report: { rows: 2, added: 2, preview: [{ rowNumber: 2, after: { number: '0017', score: 100 } }, { rowNumber: 3 }] },
  })
  expect(await importWith(profile, false)).toMatchObject({ ok: true, report: { rows: 2, added: 2 } })
  const [row] = (
    await services.store.rows.page('exam-attempts', { find: '0018', filters: [], sort: null, offset: 0, limit: 1 })
  ).rows
  expect(row?.cells.takenAt).toBe(Date.parse('2026-04-25T00:00:00+08:00'))
  // Digest and row number are those of the original file.
  const digest = createHash('sha256').update(lms).digest('hex')
  expect(row?.origin).toMatchObject({ fileName: 'lms.csv', digest, rowNumber: 3, by: 'officer' })

  // The mapping needs all its headings: a file without one is refused, naming it.
  expect(await importWith(profile, true, lms.replace('完成时间', '日期'))).toMatchObject({
    fault: { code: 'column-missing', columns: ['完成时间'] },
  })
  expect(await importWith(`mapping:${services.ids.next()}`, true)).toMatchObject({ fault: { code: 'profile-unknown' } })

  pass(60 * 24)
  officer.cookie = cookieOf(await signIn('officer@x.example'))
  const laterColumns = await columnsOf(`结果;完成时间;课程;工号\n通过;04/04/2026;x;3\n`)
  expect(laterColumns.body).toMatchObject({
    earlier: { on: '2026-07-01', by: 'officer' },
    vanished: [],
    // Ambiguous in this file, but an earlier mapping says it.
    mapping: {
      dayFormat: 'D/M/YYYY',
      words,
      columns: [{ field: 'score' }, { field: 'takenAt' }, { field: null }, { field: 'number' }],
    },
  })
  const withoutColumns = await columnsOf(`结果;工号\n通过;3\n`)
  expect(withoutColumns.body).toMatchObject({ earlier: { by: 'officer' }, vanished: ['完成时间'] })

  // Another department cannot map a register that it does not maintain, and a mapping is valid for one register only.
  const { cookie } = await join('procurement')
  expect((await columnsOf(lms, '', cookie)).status).toBe(403)
  expect(await save(cookie, savedMapping)).toMatchObject({ fault: { code: 'not-the-keeper' } })
  expect((await columnsOf(lms, 'delimiter=x')).status).toBe(400)
  const latest = await services.store.mappings.latest('exam-attempts')
  expect(latest).toMatchObject([{ by: 'officer', mapping: savedMapping }])
  expect(await services.store.mappings.find('partners', saved.value)).toBeNull()

  // A VERIS document takes the same path: checked, imported with digest and place, undone.
  const incident = { incident_id: 'V1', victim: { victim_id: 'Hotel' }, timeline: { incident: { year: 2025 } } }
  const veris = async (importVeris: boolean, body: string) => {
    const path = `/import/incidents?profile=veris-json&dryRun=${importVeris}&fileName=v.json`
    const headers = { cookie: officer.cookie, ...OCTETS }
    return (await send(path, { method: 'POST', body, headers })).json()
  }
  const body = JSON.stringify([incident, { ...incident, incident_id: 'V2' }])
  expect(await veris(true, body)).toMatchObject({ ok: true, report: { added: 2, preview: [{ rowNumber: 1 }, {}] } })
  expect(await veris(true, JSON.stringify([incident, incident]))).toMatchObject({
    rows: [{ rowNumber: 2, column: 'incident_id', code: 'duplicate', otherRow: 1 }],
  })
  expect(await veris(false, body)).toMatchObject({ ok: true, report: { added: 2 } })
  const [last] = await services.store.registers.history('incidents')
  const undo = await undoForKeeper(services, officer.person, {
    register: 'incidents',
    importId: last?.id ?? services.ids.next(),
    reason: 'x',
  })
  expect(undo).toMatchObject({ ok: true, value: { added: 2 } })
})
