import { createHash } from 'node:crypto'
import { fail, ok } from '@wayproof/kernel/outcome'
import { describe, expect, test } from 'vitest'
import type { AttachmentStore, NewAttachment } from '../../attachments/ports.ts'

const AUDIT = { register: 'partner-audits', key: '["p1","2025-05-01"]' } as const
const PARTNER = { register: 'partners', key: '["p1"]' } as const
const bytes = new Uint8Array(Buffer.from('%PDF-1.7 report'))
const digest = createHash('sha256').update(bytes).digest('hex')
const file = { fileName: 'report.pdf', type: 'pdf', source: 'from the auditor' } as const
const stamp = { at: 2_000, by: 'officer', reason: 'names a customer' }

const report = (id: string, change: Partial<NewAttachment> = {}): NewAttachment => {
  return { id, ...AUDIT, ...file, bytes, at: 1_000, by: 'officer', ...change }
}

/**
 * The behavior that every storage of attachments has. The storage under test has the audit of partner p1 on 1 May 2025
 * and the partner, and no attachment.
 */
export function attachmentStoreContract(engine: string, open: () => Promise<AttachmentStore>): void {
  describe(`attachments in ${engine}`, () => {
    test('an attachment is listed with its row and opened byte for byte', async () => {
      const attachments = await open()
      expect(await attachments.attach(report('file-1'))).toEqual(ok(null))
      const stamped = { attachedAt: 1_000, attachedBy: 'officer', withdrawn: null }
      expect(await attachments.list(AUDIT.register, AUDIT.key)).toEqual([
        { id: 'file-1', ...file, size: bytes.length, digest, ...stamped },
      ])
      expect(await attachments.list(PARTNER.register, PARTNER.key)).toEqual([])
      const evidence = await attachments.open('file-1')
      expect(evidence).toMatchObject({ register: AUDIT.register, fileName: 'report.pdf', size: bytes.length, digest })
      const pieces: Uint8Array[] = []
      for await (const piece of evidence?.pieces ?? []) pieces.push(piece)
      expect(Buffer.concat(pieces).equals(bytes)).toBe(true)
      expect([await attachments.registerOf('file-1'), await attachments.registerOf('file-9')]).toEqual([
        AUDIT.register,
        null,
      ])
    })

    test('a file is attached to an existing row, once', async () => {
      const attachments = await open()
      expect(await attachments.attach(report('file-1', { key: '["p9","2025-05-01"]' }))).toEqual(fail('row-unknown'))
      expect(await attachments.attach(report('file-2'))).toEqual(ok(null))
      expect(await attachments.attach(report('file-3', { fileName: 'other.pdf' }))).toEqual(fail('evidence-twice'))
      expect(await attachments.attach(report('file-4', PARTNER))).toEqual(ok(null))
    })

    test('a withdrawn file stays in the list, cannot be opened, and can be attached again', async () => {
      const attachments = await open()
      await attachments.attach(report('file-1'))
      expect(await attachments.withdraw('file-1', stamp)).toEqual(ok(null))
      expect(await attachments.list(AUDIT.register, AUDIT.key)).toMatchObject([{ id: 'file-1', withdrawn: stamp }])
      expect(await attachments.open('file-1')).toBeNull()
      expect(await attachments.withdraw('file-1', stamp)).toEqual(fail('evidence-unknown'))
      expect(await attachments.withdraw('file-9', stamp)).toEqual(fail('evidence-unknown'))
      expect(await attachments.attach(report('file-2'))).toEqual(ok(null))
    })

    test('a file that proves two rows can be opened until both attachments are withdrawn', async () => {
      const attachments = await open()
      await attachments.attach(report('file-1'))
      await attachments.attach(report('file-2', PARTNER))
      await attachments.withdraw('file-1', stamp)
      expect(await attachments.open('file-2')).toMatchObject({ digest })
      await attachments.withdraw('file-2', stamp)
      expect(await attachments.open('file-2')).toBeNull()
    })
  })
}
