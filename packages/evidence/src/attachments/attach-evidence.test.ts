import { fail, ok } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { countedIds } from '../testing/counted-chance.ts'
import { type AttachmentMemory, memoryAttachmentStore } from '../testing/memory-attachment-store.ts'
import { movedClock } from '../testing/moved-clock.ts'
import { type AttachEvidence, attachEvidence } from './attach-evidence.ts'
import { MOST_EVIDENCE_BYTES } from './evidence-size.ts'
import type { ScanFile } from './ports.ts'

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

function desk(scan: ScanFile | null = null) {
  const rows = new Map([['partners', ['["p1"]']]] as const)
  const memory: AttachmentMemory = { rows, attachments: [], files: new Map() }
  const attachments = memoryAttachmentStore(memory)
  const clock = movedClock()
  const ids = countedIds('file')
  const attach = (change: Partial<AttachEvidence> = {}) =>
    attachEvidence(
      { attachments, clock, ids, scan },
      {
        ...{ register: 'partners', key: '["p1"]', fileName: 'report.pdf', source: ' from the auditor ' },
        ...{ bytes: bytesOf('%PDF-1.7'), by: 'user-1', ...change },
      },
    )
  return { memory, attachments, clock, attach }
}

test('a file is attached with its source, its type, who attached it and when', async () => {
  const { memory, clock, attach } = desk()
  expect(await attach()).toEqual(ok(null))
  expect(memory.attachments).toMatchObject([
    {
      ...{ id: 'file-1', register: 'partners', key: '["p1"]', fileName: 'report.pdf', type: 'pdf', size: 8 },
      ...{ source: 'from the auditor', attachedAt: clock.now(), attachedBy: 'user-1', withdrawn: null },
    },
  ])
})

test('a file without a source proves nothing and is refused', async () => {
  const { memory, attach } = desk()
  expect(await attach({ source: ' \n' })).toEqual(fail('source-missing'))
  expect(memory.files.size).toBe(0)
})

test('the bytes decide the type, and the name is made safe for it', async () => {
  const { memory, attach } = desk()
  await attach({ fileName: 'C:\\temp\\run.bat', bytes: bytesOf('plain text') })
  expect(memory.attachments).toMatchObject([{ type: 'text', fileName: 'run.bat.txt' }])
})

test('an empty, executable, unknown or too large file is refused', async () => {
  const { memory, attach } = desk()
  const files = [
    ['', 'evidence-empty'],
    ['MZ program', 'evidence-executable'],
    ['<html>', 'evidence-type'],
    [`%PDF-${'x'.repeat(MOST_EVIDENCE_BYTES)}`, 'evidence-too-large'],
  ] as const
  for (const [text, code] of files) expect(await attach({ bytes: bytesOf(text) })).toEqual(fail(code))
  expect(memory.attachments).toEqual([])
  const largest = bytesOf(`%PDF-${'x'.repeat(MOST_EVIDENCE_BYTES - 5)}`)
  expect(await attach({ bytes: largest })).toEqual(ok(null))
})

test('a file proves an existing row, once, and again after a withdrawal', async () => {
  const { attachments, attach } = desk()
  expect(await attach({ key: '["p9"]' })).toEqual(fail('row-unknown'))
  await attach()
  expect(await attach({ fileName: 'copy.pdf' })).toEqual(fail('evidence-twice'))
  await attachments.withdraw('file-2', { at: 1, by: 'user-1', reason: 'names a customer' })
  expect(await attach()).toEqual(ok(null))
})

test.each([
  ['infected', 'evidence-infected'],
  ['unavailable', 'scanner-unavailable'],
] as const)('if the scanner says %s, nothing is stored', async (result, code) => {
  const { memory, attach } = desk(async () => result)
  expect(await attach()).toEqual(fail(code))
  expect([memory.attachments, memory.files.size]).toEqual([[], 0])
})

test('a file that the scanner finds clean is stored, and a refused one is not scanned', async () => {
  const scanned: Uint8Array[] = []
  const { memory, attach } = desk(async (bytes) => {
    scanned.push(bytes)
    return 'clean'
  })
  expect(await attach({ bytes: bytesOf('MZ program') })).toEqual(fail('evidence-executable'))
  expect(scanned).toEqual([])
  expect(await attach()).toEqual(ok(null))
  expect([memory.files.size, scanned]).toEqual([1, [bytesOf('%PDF-1.7')]])
})
