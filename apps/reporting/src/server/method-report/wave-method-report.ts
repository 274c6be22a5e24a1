import { optionsOf } from '@wayproof/forms/questionnaire/asked-options'
import { COMPLETE_PERCENT, COMPLETENESS, PARTIAL_PERCENT } from '@wayproof/forms/questionnaire/completeness'
import { type Item, isOpenText, type Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { FEWEST_RATINGS, type RatingBlock, ratingBlocks } from '@wayproof/forms/questionnaire/rating-blocks'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type PeriodKey, parsePeriod } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Locale, LocalText } from '@wayproof/kernel/people/locale'
import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { day, moment, periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { count } from '@wayproof/messages/number-format'
import { readAnsweredQuestions } from '@wayproof/scorecard/breakdown/read-answered-questions'
import { readScorecard } from '@wayproof/scorecard/read-scorecard'
import type { ShownBlock } from '@wayproof/survey/disclosure/straight-lining'
import { responseOf } from '@wayproof/survey/waves/response-rates'
import { ARRIVAL_STEP, FIRST_ARRIVALS, firstCountedHour } from '@wayproof/survey/waves/wave-figures'
import type { Services } from '../trpc/context.ts'
import { scorecardPorts } from '../trpc/ports.ts'
import {
  type MethodReport,
  type MethodReportSection,
  type MethodReportSource,
  type MethodReportTable,
  section,
} from './method-report.ts'
import { designSection, fieldworkSection, populationSection, privacySection, sponsorSection } from './plan-sections.ts'
import { limitsSection, resultSection, weightingSection } from './result-sections.ts'

type ResponseSource = Pick<MethodReportSource, 'funnel' | 'response' | 'locale' | 'words' | 'timeZone'>

/** The response funnel and, once the wave is closed, the dispositions and response rates. */
function responseSection(source: ResponseSource): MethodReportSection {
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

/** Says how exact the figures of an open wave are and when they were counted; empty for a closed wave. */
function countedNote({
  funnel: { counted, wave },
  locale,
  words,
  timeZone,
}: Pick<MethodReportSource, 'funnel' | 'locale' | 'words' | 'timeZone'>): readonly string[] {
  const text = words.reporting.waves
  if (counted.kind === 'exact') return []
  if (counted.kind === 'hourly')
    return [text.hourly(moment(counted.asOf, timeZone, locale), FIRST_ARRIVALS, ARRIVAL_STEP)]
  return [text.notYet(moment(firstCountedHour(wave.openedAt, timeZone), timeZone, locale))]
}

/** A question as the report lists it: an item, or a row of a matrix under the matrix's question. */
interface ListedQuestion {
  readonly text: LocalText
  readonly item: Item
  readonly stem: LocalText | null
}

function questionsSection({ plan, locale, words }: MethodReportSource): MethodReportSection {
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

type QualitySource = Pick<MethodReportSource, 'funnel' | 'plan' | 'straightLining' | 'locale' | 'words'>

/** How many answers give one rating throughout a block of questions. They stay in every figure. */
export function qualitySection({ funnel, plan, straightLining, locale, words }: QualitySource): MethodReportSection {
  const { sections, quality: text } = words.methodReport
  const quality = (content: Partial<MethodReportSection>) => section(sections.quality, { isFolded: true, ...content })
  const blocks = ratingBlocks(plan.questionnaire)
  if (blocks.length === 0) return quality({ notes: [text.noBlock(FEWEST_RATINGS)] })
  if (funnel.wave.status !== 'unlinked') return quality({ notes: [text.atUnlinking] })
  if (straightLining.length === 0) return quality({ notes: [text.notCounted] })
  const nameOf = ({ text: stem, points, questions }: RatingBlock) => {
    const [lowest, highest] = [points[0], points.at(-1)]
    return stem?.[locale] ?? text.block(questions.length, lowest?.[locale] ?? '', highest?.[locale] ?? '')
  }
  const sameOf = ({ kind, fewest, same }: ShownBlock) =>
    ({
      hidden: text.hidden,
      few: text.few(fewest),
      most: text.most(fewest),
      shown: text.atLeast(count(same, locale)),
    })[kind]
  const rows = blocks.flatMap((block) => {
    const shownBlock = straightLining.find(({ block: id }) => id === block.id)
    const rated =
      shownBlock?.kind === 'hidden'
        ? text.below(shownBlock.fewest)
        : text.atLeast(count(shownBlock?.rated ?? 0, locale))
    return shownBlock ? [[nameOf(block), rated, sameOf(shownBlock)]] : []
  })
  const table = { caption: text.caption, head: [text.questions, text.rated, text.same], rows, numbers: [1, 2] }
  return quality({ tables: [table], notes: [text.definition(FEWEST_RATINGS), text.kept] })
}

export interface AskedMethodReport {
  readonly period: PeriodKey
  readonly locale: Locale
}

/** The method of a wave, open or closed, from the plan that was sealed when it opened. */
export async function waveMethodReport(
  services: Services,
  { period, locale }: AskedMethodReport,
): Promise<Outcome<MethodReport>> {
  const { store, timeZone } = services
  const [funnel, plan] = [await store.survey.funnel(period), await store.survey.sealedPlan(period)]
  if (!funnel || !plan) return fail('no-wave')
  const organisation = await store.organisation.get()
  const words = messages(locale)
  const source: MethodReportSource = {
    organisation: {
      name: organisation ? organisationName(organisation, locale) : words.reporting.shell.none,
      contactEmail: organisation?.contactEmail ?? words.reporting.shell.none,
    },
    funnel,
    plan,
    response: responseOf(funnel),
    verdict: await satisfaction(services, period),
    answered: await answeredQuestions(services, period),
    straightLining: await store.straightLining.ofWave(funnel.wave.id),
    locale,
    words,
    timeZone,
    dayOf: (at) => day(dateAt(at, timeZone), locale),
  }
  return ok({
    locale,
    title: words.methodReport.title(periodName(period, locale)),
    lead: words.methodReport.lead,
    sample: organisation?.sample ? words.methodReport.sample : null,
    sections: SECTIONS.map((section) => section(source)),
  })
}

/** The main figures first. */
const SECTIONS = [
  resultSection,
  weightingSection,
  responseSection,
  qualitySection,
  sponsorSection,
  populationSection,
  designSection,
  fieldworkSection,
  privacySection,
  limitsSection,
  questionsSection,
] as const

/** None before the wave is unlinked, and none of another period than a half-year. */
async function answeredQuestions(services: Services, period: PeriodKey): Promise<MethodReportSource['answered']> {
  const questions = await readAnsweredQuestions(scorecardPorts(services), { period })
  return questions.ok ? questions.value : []
}

/** Half-years only: the years of a replay have no scorecard. */
async function satisfaction(services: Services, period: PeriodKey): Promise<MethodReportSource['verdict']> {
  if (parsePeriod(period)?.kind !== 'half-year') return null
  const scorecard = await readScorecard(scorecardPorts(services), { period })
  const verdict = scorecard.ok && scorecard.value.verdicts.find(({ goal }) => goal === 'customer-satisfaction')
  return verdict && verdict.goal === 'customer-satisfaction' ? verdict : null
}
