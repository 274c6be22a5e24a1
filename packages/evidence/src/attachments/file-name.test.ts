import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EVIDENCE_TYPES, type EvidenceType } from './evidence-type.ts'
import { evidenceFileName } from './file-name.ts'

test.each<[string, EvidenceType, string]>([
  ['audit.pdf', 'pdf', 'audit.pdf'],
  ['AUDIT.PDF', 'pdf', 'AUDIT.PDF'],
  ['photo.jpeg', 'jpeg', 'photo.jpeg'],
  ['list.csv', 'text', 'list.csv'],
  ['审计报告.docx', 'docx', '审计报告.docx'],
  ['run.bat', 'text', 'run.bat.txt'],
  ['x.hta', 'text', 'x.hta.txt'],
  ['list.docm', 'docx', 'list.docm.docx'],
  ['run.bat.', 'text', 'run.bat.txt'],
  ['run.bat ', 'text', 'run.bat.txt'],
  ['a.txt:run.bat', 'text', 'a.txt_run.bat.txt'],
  ['C:\\temp\\run.cmd', 'text', 'run.cmd.txt'],
  ['fdp.\u202etxt.exe', 'pdf', 'fdp.txt.exe.pdf'],
  ['.txt', 'text', '.txt.txt'],
  ['', 'png', 'file.png'],
  ['...', 'png', 'file.png'],
])('%j of type %s is stored as %j', (name, type, kept) => {
  expect(evidenceFileName(name, type)).toBe(kept)
})

test('any file name becomes short and stable, with an extension of the file’s type', () => {
  const ends: Record<EvidenceType, RegExp> = {
    pdf: /\.pdf$/i,
    png: /\.png$/i,
    jpeg: /\.jpe?g$/i,
    docx: /\.docx$/i,
    xlsx: /\.xlsx$/i,
    text: /\.(txt|csv|tsv|md|log)$/i,
  }
  const names = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(fc.constantFrom('.', 'a', 'exe', 'pdf', 'txt', '/', ' ', '\u202e'), { maxLength: 80 })
      .map((all) => all.join('')),
  )
  const types = fc.constantFrom(...(Object.keys(EVIDENCE_TYPES) as EvidenceType[]))
  fc.assert(
    fc.property(names, types, (name, type) => {
      const kept = evidenceFileName(name, type)
      expect(kept).toMatch(ends[type])
      expect(kept).not.toMatch(/[\\/\p{Cc}\p{Cf}<>:"|?*]/u)
      expect(kept.length).toBeLessThanOrEqual(200)
      expect(evidenceFileName(kept, type)).toBe(kept)
    }),
  )
})
