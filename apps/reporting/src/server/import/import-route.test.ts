import { workbookOf } from '@wayproof/evidence/testing/a-workbook'
import { expect, test } from 'vitest'
import { openImport, sessions, travelers } from '../testing/open-import.ts'

test('a file is imported into its register, and the import is recorded with the name of the officer', async () => {
  const { upload, rows, services } = await openImport()
  const answer = await upload('training-sessions', sessions)
  expect(await answer.json()).toMatchObject({ ok: true, report: { rows: 2, added: 2, changed: 0, unchanged: 0 } })
  const noted = { fileName: 'file.csv', importedAt: services.clock.now(), importedBy: 'officer', rows: 2, added: 2 }
  expect(await rows('training-sessions')).toMatchObject({ id: 'training-sessions', rows: 2, lastImport: noted })
  expect(await (await upload('training-sessions', sessions)).json()).toMatchObject({
    report: { added: 0, unchanged: 2 },
  })
})

test('a text file that is named as a workbook is reported as such', async () => {
  const { upload, send, cookie } = await openImport()
  const body = 'Dear reader,\nthis is no table.\n'
  const headers = { cookie, 'content-type': 'application/octet-stream' }
  const misnamedFile = await send('/import/travelers?dryRun=true&fileName=book.xlsx', { method: 'POST', body, headers })
  expect((await misnamedFile.json()).fault).toEqual({ code: 'bad-xlsx' })
  expect((await (await upload('travelers', body)).json()).fault.code).toBe('column-missing')
})

test('a dry run of travelers shows the groups, the new ones among them, and who gets English letters', async () => {
  const { upload, send, cookie } = await openImport()
  await upload('travelers', travelers)
  const strangeRow = 'C3,x@x.example,fr,<img src=x>,app,east,2026-03,yes,CN,consent,6,yes,,app,2026-01-05'
  const body = `${travelers}\n${strangeRow}\n`
  const headers = { cookie, 'content-type': 'application/octet-stream' }
  const { report } = await (
    await send('/import/travelers?dryRun=true&fileName=file.csv', { method: 'POST', body, headers })
  ).json()
  expect(report).toMatchObject({
    otherLanguages: ['fr'],
    found: {
      locale: {
        values: [
          { value: 'en', count: 2 },
          { value: 'zh-CN', count: 1 },
        ],
        more: 0,
      },
      tripType: {
        values: [
          { value: '<img src=x>', count: 1, isNew: true },
          { value: 'group', count: 1, isNew: false },
          { value: 'independent', count: 1, isNew: false },
        ],
      },
      channel: {
        values: [
          { value: 'app', count: 2 },
          { value: 'website', count: 1 },
        ],
      },
    },
  })
})

test('travelers are imported in the same way', async () => {
  const { upload, rows } = await openImport()
  expect(await (await upload('travelers', travelers)).json()).toMatchObject({
    ok: true,
    report: { rows: 2, added: 2, notAdult: 1, noBasis: 1 },
  })
  expect((await rows('travelers'))?.rows).toBe(2)
})

test('a dry run shows what would happen and stores nothing', async () => {
  const { send, rows, cookie } = await openImport()
  const headers = { cookie, 'content-type': 'application/octet-stream' }
  const dry = await send('/import/training-sessions?dryRun=true&fileName=a.csv', {
    method: 'POST',
    body: sessions,
    headers,
  })
  expect(await dry.json()).toMatchObject({
    ok: true,
    report: { added: 2, preview: [{ kind: 'added', rowNumber: 2 }, {}] },
  })
  expect(await rows('training-sessions')).toEqual({
    ...{ id: 'training-sessions', rows: 0, lastImport: null, lastEntry: null },
  })
})

test('a workbook is imported like the same table, whatever its name, with a warning of lost zeros', async () => {
  const { upload, rows } = await openImport()
  const table = travelers.split('\n').map((line) => line.split(','))
  const numberedRows = table.map(([first = '', ...rest], row) => [row === 0 ? first : row, ...rest])
  const answer = await upload('travelers', Buffer.from(workbookOf({ sheets: [{ rows: numberedRows }] })))
  expect(await answer.json()).toMatchObject({
    ok: true,
    report: { rows: 2, added: 2, notAdult: 1, noBasis: 1, numberColumns: ['customerNumber'] },
  })
  expect((await rows('travelers'))?.rows).toBe(2)
  const dates = [
    ['quarter', 'heldOn'],
    ['2026-Q1', { xml: '<c s="1"><v>46056</v></c>' }],
    ['2026-Q2', { xml: '<c t="e"><v>#REF!</v></c>' }],
  ]
  const invalid = await upload(
    'training-sessions',
    Buffer.from(workbookOf({ sheets: [{ rows: dates }], formats: [14] })),
  )
  expect(await invalid.json()).toMatchObject({
    fault: { code: 'bad-rows', total: 1 },
    rows: [{ rowNumber: 3, column: 'heldOn', code: 'formula-error', text: '#REF!' }],
  })
  const valid = await upload(
    'training-sessions',
    Buffer.from(workbookOf({ sheets: [{ rows: dates.slice(0, 2) }], formats: [14] })),
  )
  expect(await valid.json()).toMatchObject({ ok: true, report: { added: 1, numberColumns: [] } })
})

test('optional columns may be missing in a table or a workbook, and the response names them', async () => {
  const { upload } = await openImport()
  const [head = '', ...lines] = travelers.trim().split('\n')
  const required = head.split(',').slice(0, 7)
  const table = [required, ...lines.map((line) => line.split(',').slice(0, 7))]
  const absent = head.split(',').slice(7)
  expect(absent).toContain('adult')
  const text = await upload('travelers', table.map((row) => row.join(',')).join('\n'))
  expect(await text.json()).toMatchObject({ ok: true, report: { rows: 2, notAdult: 2, absentColumns: absent } })
  const staff = [
    ['number', 'role', 'unit', 'startDay'],
    ['007', 'guide', 'Asia', '2024-01-01'],
  ]
  const workbook = await upload('staff-roles', Buffer.from(workbookOf({ sheets: [{ rows: staff }] })))
  expect(await workbook.json()).toMatchObject({ ok: true, report: { added: 1, absentColumns: ['endDay'] } })
  const misspelt = await upload('staff-roles', `${staff[0]?.join(',')},endDate\n008,guide,Asia,2024-01-01,2025-01-01\n`)
  expect(await misspelt.json()).toMatchObject({
    fault: { code: 'column-misspelt', misspelt: [{ heading: 'endDate', meant: 'endDay' }] },
  })
})

test('a faulty file gets its faults by row and changes nothing', async () => {
  const { upload, rows } = await openImport()
  const answer = await upload('training-sessions', `${sessions}2026-Q3,2026-13-45\n2026-Q1,2026-02-09\n`)
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({
    ok: false,
    fault: { code: 'bad-rows' },
    rows: [
      { rowNumber: 4, column: 'heldOn', code: 'bad-day', text: '2026-13-45' },
      { rowNumber: 5, code: 'duplicate', otherRow: 2 },
    ],
  })
  const duplicate = await upload('training-sessions', `${sessions}2026-Q1,2026-02-09\n`)
  expect(await duplicate.json()).toMatchObject({ rows: [{ rowNumber: 4, code: 'duplicate', otherRow: 2 }] })
  const address = await upload('travelers', `${travelers}\nC3,no address,en,group,app,east,2026-03,yes,,,,,,,\n`)
  expect(await address.json()).toMatchObject({
    fault: { code: 'bad-rows', total: 1 },
    rows: [{ rowNumber: 4, column: 'email', code: 'not-email' }],
  })
  expect([(await rows('training-sessions'))?.rows, (await rows('travelers'))?.rows]).toEqual([0, 0])
})

test.each([
  ['empty', '', 'empty-file'],
  ['without rows', 'quarter,heldOn\n', 'no-rows'],
  ['without a column', 'quarter\n2026-Q1\n', 'column-missing'],
  ['of bytes', '\u0000\u0001\u0002', 'binary'],
  ['that only begins like a workbook', 'PK\u0003\u0004', 'bad-xlsx'],
])('a file %s is refused', async (_, body, code) => {
  const { upload, rows } = await openImport()
  expect((await (await upload('training-sessions', body)).json()).fault.code).toBe(code)
  expect((await rows('training-sessions'))?.rows).toBe(0)
})

test('a department imports into its own registers, only with known registers and profiles', async () => {
  const { send, upload, join } = await openImport()
  const { cookie } = await join('executive')
  expect((await upload('training-sessions', sessions, '', { cookie })).status).toBe(403)
  const hr = await join('human-resources')
  expect((await upload('training-sessions', sessions, '', { cookie: hr.cookie })).status).toBe(200)
  expect((await upload('travelers', travelers, '', { cookie: hr.cookie })).status).toBe(403)
  expect((await upload('training-sessions', sessions, '', { cookie: '' })).status).toBe(401)
  expect((await upload('user', sessions)).status).toBe(400)
  expect((await upload('training-sessions', sessions, '', { 'content-type': 'text/csv' })).status).toBe(400)
  const otherProfile = await upload('training-sessions', sessions, '&profile=hr-export')
  expect([otherProfile.status, (await otherProfile.json()).fault.code]).toEqual([422, 'profile-unknown'])
  expect((await send('/import/training-sessions')).status).toBe(404)
})

test('two concurrent files are imported one after the other, and the second is compared with the first', async () => {
  const { upload } = await openImport()
  const responses = await Promise.all([upload('training-sessions', sessions), upload('training-sessions', sessions)])
  const reports = await Promise.all(responses.map((answer) => answer.json()))
  // Either may be the first.
  const inTurn = reports.toSorted((report, otherReport) => otherReport.report.added - report.report.added)
  expect(inTurn).toMatchObject([{ report: { added: 2 } }, { report: { added: 0, changed: 0, unchanged: 2 } }])
})

test('a dry run says what the goals would become, as the scorecard says it after the import', async () => {
  const { upload, send, cookie, services } = await openImport()
  const partners = 'id,name,service,processesPersonalData,onboarded,offboarded\n'
  const lines = ['P1', 'P2', 'P3'].map((id) => `${id},Partner ${id},hotel,yes,2020-01-01,\n`).join('')
  await upload('partners', `${partners}${lines}`)
  const [year] = new Date(services.clock.now()).toISOString().split('-')
  const audits = `partnerId,reportDate,result,fullScope,evidenceClass\nP1,${year}-01-04,pass,yes,on-site\n`
  const headers = { cookie, 'content-type': 'application/octet-stream' }
  const dryRun = await send('/import/partner-audits?dryRun=true&fileName=a.csv', {
    method: 'POST',
    body: audits,
    headers,
  })
  const { report } = await dryRun.json()
  const shown = async () => {
    const input = encodeURIComponent(JSON.stringify({ json: { period: `${year}-H2` } }))
    const answer = await send(`/trpc/scorecard.forPeriod?input=${input}`, { headers: { cookie } })
    const { verdicts } = (await answer.json()).result.data.json
    return verdicts.find(({ goal }: { goal: string }) => goal === 'partner-audit')
  }
  const effect = report.goals.find(({ after }: { after: { period: string } }) => after.period === year)
  expect(effect.before).toEqual(await shown())
  await upload('partner-audits', audits)
  expect(effect.after).toEqual(await shown())
  expect(effect.after.value).not.toBe(effect.before.value)
  expect((await (await upload('training-sessions', sessions)).json()).report).not.toHaveProperty('goals')
})

test('days in another format are read as proposed only after a person has accepted them', async () => {
  const { upload } = await openImport()
  const body = 'quarter,heldOn\n2026-Q1,2026/2/3\n2026-Q2,25.5.2026\n'
  expect(await (await upload('training-sessions', body)).json()).toMatchObject({ ok: false, rows: [{}, {}] })
  expect(await (await upload('training-sessions', body, '&acceptsDays=yes')).json()).toMatchObject({ ok: false })
  expect(await (await upload('training-sessions', body, '&acceptsDays=true')).json()).toMatchObject({
    report: { added: 2 },
  })
  expect(await (await upload('training-sessions', 'quarter,heldOn\n2026-Q1,2026-02-03\n')).json()).toMatchObject({
    report: { unchanged: 1 },
  })
})
