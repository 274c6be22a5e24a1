import type { Locale } from '@wayproof/kernel/people/locale'
import { day, periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { ShownSample } from './show-sample.ts'

/** A worksheet as rows of texts: how it was drawn, its result, then each drawn record with documents and result. */
export function worksheetRows(
  { rows, sealed, ...sample }: ShownSample,
  { locale, dayOf }: { readonly locale: Locale; readonly dayOf: (at: number) => string },
): readonly (readonly string[])[] {
  const { reporting, goals } = messages(locale)
  const { sheet, columns, results, sides, standing, rows: words } = reporting.samples
  const names: Readonly<Record<string, string>> = goals.names
  const indicators: Readonly<Record<string, readonly [string, string]>> = reporting.measures.indicators
  const { numerator, denominator } = sample.total
  const on = (at: number) => day(dayOf(at), locale)
  const head = [
    [
      columns.about,
      names[sample.figure] ?? indicators[sample.figure]?.[0] ?? sample.figure,
      periodName(sample.period, locale),
    ],
    [sheet.figure, sheet.of(numerator, denominator)],
    [sheet.from, sheet.frame(sides[sample.side], sample.frameSize)],
    [sheet.by, sample.drawnBy.name, on(sample.drawnAt)],
    [sheet.seed, sample.seed],
    [sheet.digest, sample.frameDigest],
    [sheet.method, sheet.rule],
    [sheet.result, standing(sample.standing)],
    ...(sealed ? [[sheet.head, sealed.code, sheet.sealed(sealed.by, on(sealed.at))]] : []),
    [],
  ]
  const table = (rows ?? []).map(({ number, drawn: drawnRow, finding, documents }) => [
    String(number),
    drawnRow?.key ?? sheet.gone,
    drawnRow?.label ?? '',
    (drawnRow?.places ?? []).map(({ register, key }) => `${register} ${key}`).join('\n'),
    (finding?.documents ?? documents).map((file) => documentText(file, sheet.imported)).join('\n'),
    finding ? results[finding.result] : '',
    finding?.note ?? '',
    finding?.by.name ?? '',
    finding ? on(finding.at) : '',
  ])
  const { number, key, label, places, documents, result, note, by, at } = columns
  return [
    ...head,
    [number, key, label, places, documents, result, note, by, at],
    ...table,
    ...(rows ? [] : [[words.hidden]]),
  ]
}

const documentText = (
  { fileName, digest, rowNumber }: { fileName: string; digest: string; rowNumber: number | null },
  imported: (row: number) => string,
): string => [fileName, ...(rowNumber === null ? [] : [imported(rowNumber)]), `SHA-256 ${digest}`].join(', ')
