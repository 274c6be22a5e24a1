import { optionsOf } from '@wayproof/forms/questionnaire/asked-options'
import { type Item, isOpenText, type Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { LocalText } from '@wayproof/kernel/people/locale'
import { type MethodReportSection, type MethodReportSource, section } from './method-report.ts'

/** A question as the report lists it: an item, or a row of a matrix under the matrix's question. */
interface ListedQuestion {
  readonly text: LocalText
  readonly item: Item
  readonly stem: LocalText | null
}

export function questionsSection({ plan, locale, words }: MethodReportSource): MethodReportSection {
  const { sections, questions: text } = words.methodReport
  const { questionnaire } = plan
  const listed = listedQuestions(questionnaire)
  return section(sections.questions, {
    isFolded: true,
    tables: [
      {
        caption: text.version(questionnaire.version),
        head: [text.question, text.answers],
        rows: listed.flatMap(({ text: question, item, stem }, at) => {
          const questionText = `${at + 1}. ${question[locale]}${item.showIf ? ` [${text.onlyIf}]` : ''}`
          const answers = answersOf(item)
          // Statements about an earlier question are not repeated.
          const first = listed.findIndex((candidate) => answersOf(candidate.item) === answers)
          const answerText = first < at ? text.asFor(first + 1) : answers
          if (!stem) return [[questionText, answerText]]
          const previous = listed[at - 1]
          const isContinued = previous?.stem === stem && answersOf(previous.item) === answers
          return [...(isContinued ? [] : [[stem[locale], answerText]]), [questionText]]
        }),
        numbers: [],
      },
    ],
    notes: [[text.intro, ...toldBefore()].join(' ')],
  })

  /** Text of the panel before the first question that is not listed above: sender, duration and rights. */
  function toldBefore(): readonly string[] {
    const { trust } = words.survey
    return [
      text.told(trust.why, trust.whyText),
      text.told(trust.stored, trust.storedText),
      text.told(trust.seen, trust.seenText(plan.smallestGroup)),
    ]
  }

  function answersOf(item: Item): string {
    if (isOpenText(item)) return text.open(item.maxLength)
    const { chooseAny, chooseUpTo, ends, fixed } = words.survey
    const options = optionsOf(questionnaire, item, locale, fixed)
      .map(({ label }) => label)
      .join(' / ')
    if (item.type === 'several')
      return `${options} (${item.maxChosen === undefined ? chooseAny : chooseUpTo(item.maxChosen)})`
    if (item.type !== 'recommend' || !item.ends) return options
    return `${options} (${ends(item.ends.lowest[locale], item.ends.highest[locale])})`
  }
}

const listedQuestions = ({ items, stem }: Questionnaire): readonly ListedQuestion[] =>
  items.flatMap((item): readonly ListedQuestion[] =>
    item.type === 'matrix'
      ? item.rows.map((row) => ({ text: row, item, stem: item }))
      : [{ text: item, item, stem: stem.appliesTo.includes(item.id) ? stem : null }],
  )
