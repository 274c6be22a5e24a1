import type { ScanFile } from '@wayproof/evidence/attachments/ports'
import { messages } from '@wayproof/messages/messages'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'

const MEGABYTE = 1024 * 1024
const binary = { 'content-type': 'application/octet-stream' }

async function openEvidence({ scan = null as ScanFile | null } = {}) {
  const opened = await openApp({ scan })
  const { cookie } = await opened.join('officer')
  const takenAt = Date.parse('2026-01-10T10:00:00+08:00')
  const rows = [{ rowNumber: 2, cells: { number: '7', takenAt, score: 92 } }]
  const origin = { id: 'i', fileName: 'a.csv', digest: '', at: takenAt, by: 'human-resources' }
  await opened.services.store.evidence.saveRows('exam-attempts', rows, origin)
  const key = JSON.stringify(['7', String(takenAt)])
  const attach = (body: BodyInit, changes: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    opened.send(
      `/evidence/exam-attempts?${new URLSearchParams({ key, fileName: '成绩.pdf', source: 'LMS', ...changes })}`,
      {
        method: 'POST',
        body,
        ...({ duplex: 'half' } as object),
        headers: { cookie, ...binary, ...headers },
      },
    )
  const attachedTo = () => opened.services.store.attachments.list('exam-attempts', key)
  return { ...opened, attach, attachedTo, cookie }
}

const pdf = '%PDF-1.7\nsigned'

test('a file is stored with its record and served as a download only', async () => {
  const { attach, attachedTo, send, cookie } = await openEvidence()
  expect(await (await attach(pdf)).json()).toEqual({ ok: true })
  const [file] = await attachedTo()
  expect(file).toMatchObject({ fileName: '成绩.pdf', source: 'LMS', attachedBy: 'officer', type: 'pdf', size: 15 })
  const answer = await send(`/evidence/${file?.id}`, { headers: { cookie } })
  expect(await answer.text()).toBe(pdf)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': '15',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('成绩.pdf')}`,
    'content-security-policy': "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
})

test('a download is recorded before the file leaves, and without an entry there is none', async () => {
  const { attach, attachedTo, send, cookie, database } = await openEvidence()
  await attach(pdf)
  const [file] = await attachedTo()
  const download = () => send(`/evidence/${file?.id}`, { headers: { cookie } })
  expect((await download()).status).toBe(200)
  const search = encodeURIComponent(JSON.stringify({ json: { page: 0, act: 'exported' } }))
  const answer = await send(`/trpc/auditLog.list?input=${search}`, { headers: { cookie } })
  expect((await answer.json()).result.data.json.entries).toMatchObject([
    { by: 'officer', subject: 'evidence', details: { register: 'exam-attempts', file: file?.id } },
  ])
  await database.run('DROP TABLE audit_entry')
  expect((await download()).status).toBe(500)
})

test('documents about single staff members open only for those who may see staff', async () => {
  const { attach, attachedTo, send, join } = await openEvidence()
  await attach(pdf)
  const [file] = await attachedTo()
  const get = async (cookie: string) => (await send(`/evidence/${file?.id}`, { headers: { cookie } })).status
  const [hr, auditor, executive] = [await join('human-resources'), await join('auditor'), await join('executive')]
  expect(await Promise.all([hr.cookie, auditor.cookie, executive.cookie, ''].map(get))).toEqual([200, 200, 404, 401])
  expect((await attach(pdf, {}, { cookie: auditor.cookie })).status).toBe(403)
  expect((await attach(`${pdf}2`, {}, { cookie: hr.cookie })).status).toBe(200)
})

test.each<[string, BodyInit, Record<string, string>, number, string]>([
  ['nothing', '', {}, 422, 'evidence-empty'],
  ['more than 20 MB', new Uint8Array(20 * MEGABYTE + 1), {}, 413, 'evidence-too-large'],
  ['a program', 'MZ\u0000', {}, 422, 'evidence-executable'],
  ['a page under another name', '<html><script>1</script>', { fileName: 'a.pdf' }, 422, 'evidence-type'],
  ['no source', pdf, { source: ' ' }, 422, 'source-missing'],
  ['no such row', pdf, { key: '["8","1"]' }, 404, 'row-unknown'],
  ['a field too many', pdf, { by: 'x' }, 400, 'input-invalid'],
])('%s is refused', async (_, body, changes, status, code) => {
  const { attach, attachedTo } = await openEvidence()
  const answer = await attach(body, changes)
  expect([answer.status, (await answer.json()).fault.code]).toEqual([status, code])
  expect(await attachedTo()).toEqual([])
})

test('a picture of 40 MB is refused before it is read, and without a stated length as soon as it is too large', async () => {
  const { attach, attachedTo } = await openEvidence()
  let pulled = 0
  const picture = () =>
    new ReadableStream({
      pull(controller) {
        pulled += 1
        if (pulled > 40) controller.close()
        else controller.enqueue(new Uint8Array(MEGABYTE))
      },
    })
  for (const [headers, most] of [
    [{ 'content-length': String(40 * MEGABYTE) }, 1],
    [{}, 22],
  ] as const) {
    pulled = 0
    const answer = await attach(picture(), { fileName: 'photo.png' }, headers)
    expect([answer.status, (await answer.json()).fault.code]).toEqual([413, 'evidence-too-large'])
    expect(pulled).toBeLessThanOrEqual(most)
  }
  expect(await attachedTo()).toEqual([])
})

test('a duplicate of a file is refused, and so is a form of another site', async () => {
  const { attach } = await openEvidence()
  await attach(pdf)
  expect((await attach(pdf)).status).toBe(409)
  expect((await attach(`${pdf}x`, {}, { origin: 'https://elsewhere.example' })).status).toBe(403)
})

test.each([
  ['infected', 422, 'evidence-infected'],
  ['unavailable', 503, 'scanner-unavailable'],
] as const)('an upload is refused in both languages if the scanner says %s', async (result, status, code) => {
  const { attach, attachedTo } = await openEvidence({ scan: async () => result })
  const answer = await attach(pdf)
  expect([answer.status, (await answer.json()).fault.code]).toEqual([status, code])
  expect(await attachedTo()).toEqual([])
  for (const locale of ['zh-CN', 'en'] as const) expect(messages(locale).reporting.evidence.faults[code]).toBeTruthy()
})

test('an upload is stored if the scanner says that it is clean', async () => {
  const { attach, attachedTo } = await openEvidence({ scan: async () => 'clean' })
  expect((await attach(pdf)).status).toBe(200)
  expect(await attachedTo()).toHaveLength(1)
})
