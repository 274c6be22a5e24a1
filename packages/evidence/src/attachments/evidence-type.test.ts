import { expect, test } from 'vitest'
import { workbookOf, zipped } from '../testing/a-workbook.ts'
import { evidenceType, MOST_EVIDENCE_BYTES } from './evidence-type.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
const types = '<Types/>'

test.each<[string, Uint8Array, string]>([
  ['a PDF', bytes('%PDF-1.7\n'), 'pdf'],
  ['a PNG', hex('89504e470d0a1a0a0000'), 'png'],
  ['a JPEG', hex('ffd8ffe0'), 'jpeg'],
  ['a workbook', workbookOf({ sheets: [{ rows: [['a']] }] }), 'xlsx'],
  ['a document', zipped({ '[Content_Types].xml': types, 'word/document.xml': '<w/>' }), 'docx'],
  ['Chinese text', bytes('\ufeff合作方,审计\r\n'), 'text'],
  ['text that speaks of <html>', bytes('The page began with <html>.'), 'text'],
])('%s is known by its bytes', (_, file, type) => {
  expect(evidenceType(file)).toEqual({ ok: true, value: type })
})

test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(), 'evidence-empty'],
  ['a byte too many', new Uint8Array(MOST_EVIDENCE_BYTES + 1).fill(0x61), 'evidence-too-large'],
  ['a Windows program', bytes('MZ\u0090\u0000'), 'evidence-executable'],
  ['a Linux program', hex('7f454c4602'), 'evidence-executable'],
  ['a script', bytes('#!/bin/sh\n'), 'evidence-executable'],
  [
    'a workbook with macros',
    zipped({ '[Content_Types].xml': types, 'xl/workbook.xml': '<w/>', 'xl/vbaProject.bin': 'x' }),
    'evidence-executable',
  ],
  ['another archive', zipped({ 'a.txt': 'a' }), 'evidence-type'],
  ['a page', bytes(' \n<!DOCTYPE html><script>alert(1)</script>'), 'evidence-type'],
  ['a drawing', bytes('<svg onload="alert(1)"/>'), 'evidence-type'],
  ['text that is not UTF-8', hex('c0af'), 'evidence-type'],
  ['bytes', hex('61006200'), 'evidence-type'],
  ['an old Word file', hex('d0cf11e0a1b11ae1'), 'evidence-type'],
])('%s is refused', (_, file, code) => {
  expect(evidenceType(file)).toMatchObject({ ok: false, fault: { code } })
})
