import { COMPLETE_PERCENT, COMPLETENESS, PARTIAL_PERCENT } from '@wayproof/forms/questionnaire/completeness'
import { count } from '@wayproof/messages/number-format'
import { countedNote } from './counted-note.ts'
import { type MethodReportSection, type MethodReportSource, type MethodReportTable, section } from './method-report.ts'

type ResponseSource = Pick<MethodReportSource, 'funnel' | 'response' | 'locale' | 'words' | 'timeZone'>

/** The response funnel and, once the wave is closed, the dispositions and response rates. */
export function responseSection(source: ResponseSource): MethodReportSection {
  const { sections, response: text } = source.words.methodReport
  const { funnel, response } = source
  const rule = text.rule(COMPLETE_PERCENT, PARTIAL_PERCENT)
  if (!response) {
    const reason = funnel.wave.status === 'open' ? text.open : text.few
    const notes = [...countedNote(source), reason, text.opened, rule]
    return section(sections.response, { isFolded: true, tables: [ladder(source)], notes })
  }
  return section(sections.response, {
    isFolded: true,
    tables: [ladder(source), ...responseTables(source)],
    notes: [rule, text.eligible, text.contact, text.opened],
  })
}

function ladder({ funnel, locale, words }: ResponseSource): MethodReportTable {
  const text = words.methodReport.response
  const { frame, invited, delivered, written, answered, withdrawn, completeness } = funnel
  const rungs: readonly (readonly [string, number | null])[] = [
    [text.frame, frame],
    [text.invited, invited],
    [text.delivered, delivered],
    [text.written, written || null],
    [text.answered, answered],
    ...(completeness ? COMPLETENESS.map((kind) => [text.completeness[kind], completeness[kind]] as const) : []),
    [text.withdrawn, withdrawn],
  ]
  return {
    caption: text.ladder,
    head: [words.methodReport.population.step, text.count],
    rows: rungs.flatMap(([name, people]) => (people === null ? [] : [[name, count(people, locale)]])),
    numbers: [1],
  }
}

/** Dispositions, and AAPOR's rates with their components. */
function responseTables({ response, locale, words }: ResponseSource): readonly MethodReportTable[] {
  const text = words.methodReport.response
  if (!response) return []
  const { dispositions, rates } = response
  return [
    {
      caption: text.dispositions,
      head: [text.disposition, text.count],
      rows: (['I', 'P', 'R', 'NC'] as const).map((kind) => [text.kinds[kind], count(dispositions[kind], locale)]),
      numbers: [1],
    },
    {
      caption: text.title,
      head: [text.rate, text.formula, text.value],
      rows: Object.entries(text.rates).map(([rate, formula]) => {
        const value = rates[rate as keyof typeof text.rates]
        return [rate, formula, value === null ? text.undefined : words.methodReport.share(value)]
      }),
      numbers: [2],
    },
  ]
}
