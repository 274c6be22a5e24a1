import { expect, test } from 'vitest'
import { workbookOf, zipped } from '../testing/a-workbook.ts'
import { MOST_EVIDENCE_BYTES } from './evidence-size.ts'
import { evidenceType } from './evidence-type.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
const types = '<Types/>'
const type = (name: string) => `<Types><Override PartName="/word/other.bin" ContentType="${name}"/></Types>`
const relationship = (kind: string, target: string) =>
  `<Relationships><Relationship Id="rId1" Type="${kind}" Target="${target}"/></Relationships>`
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'))

test.each<[string, Uint8Array, string]>([
  ['a PDF', bytes('%PDF-1.7\n'), 'pdf'],
  ['a PNG', hex('89504e470d0a1a0a0000'), 'png'],
  ['a JPEG', hex('ffd8ffe0'), 'jpeg'],
  ['a workbook', workbookOf({ sheets: [{ rows: [['a']] }] }), 'xlsx'],
  ['a document', zipped({ '[Content_Types].xml': types, 'word/document.xml': '<w/>' }), 'docx'],
  ['Chinese text', bytes('\ufeff合作方,审计\r\n'), 'text'],
  ['text that speaks of <html>', bytes('The page began with <html>.'), 'text'],
])('%s is recognized by its bytes', (_, file, type) => {
  expect(evidenceType(file)).toEqual({ ok: true, value: type })
})

test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(), 'evidence-empty'],
  ['one byte over the limit', new Uint8Array(MOST_EVIDENCE_BYTES + 1).fill(0x61), 'evidence-too-large'],
  ['a Windows program', bytes('MZ\u0090\u0000'), 'evidence-executable'],
  ['a Linux program', hex('7f454c4602'), 'evidence-executable'],
  ['a script', bytes('#!/bin/sh\n'), 'evidence-executable'],
  [
    'a workbook with macros',
    zipped({ '[Content_Types].xml': types, 'xl/workbook.xml': '<w/>', 'xl/vbaProject.bin': 'x' }),
    'evidence-executable',
  ],
  ...(
    [
      ['a content type for macros', { '[Content_Types].xml': type('application/vnd.ms-office.vbaProject') }],
      [
        'a macro-enabled main part',
        { '[Content_Types].xml': type('application/vnd.ms-word.document.macroEnabled.main+xml') },
      ],
      [
        'a content type in character references',
        { '[Content_Types].xml': type('application/vnd.ms-office.vba&#80;roject') },
      ],
      ['a content type in UTF-16', { '[Content_Types].xml': utf16(type('application/vnd.ms-office.vbaProject')) }],
      ['a macro sheet of Excel 4', { '[Content_Types].xml': type('application/vnd.ms-excel.macrosheet+xml') }],
      [
        'a relationship to macros',
        {
          'word/_rels/document.xml.rels': relationship(
            'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
            'theme2.bin',
          ),
        },
      ],
      [
        'an external template',
        {
          'word/_rels/settings.xml.rels': relationship(
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate',
            'https://templates.example/a.dotm" TargetMode="External',
          ),
        },
      ],
      ['part names in another case', { 'word/VBAPROJECT.BIN': 'x' }],
    ] as [string, Record<string, string | Uint8Array>][]
  ).map(([name, parts]): [string, Uint8Array, string] => [
    `a document with ${name}`,
    zipped({ '[Content_Types].xml': types, 'word/document.xml': '<w/>', ...parts }),
    'evidence-executable',
  ]),
  [
    'a truncated archive',
    zipped({ '[Content_Types].xml': types, 'word/document.xml': '<w/>' }).slice(0, -8),
    'evidence-type',
  ],
  ['another archive', zipped({ 'a.txt': 'a' }), 'evidence-type'],
  ['an HTML page', bytes(' \n<!DOCTYPE html><script>alert(1)</script>'), 'evidence-type'],
  ['an SVG drawing', bytes('<svg onload="alert(1)"/>'), 'evidence-type'],
  ['text that is not UTF-8', hex('c0af'), 'evidence-type'],
  ['bytes', hex('61006200'), 'evidence-type'],
  ['an old Word file', hex('d0cf11e0a1b11ae1'), 'evidence-type'],
])('%s is refused', (_, file, code) => {
  expect(evidenceType(file)).toMatchObject({ ok: false, fault: { code } })
})
