import { bandText } from '@wayproof/messages/band-text'
import { verdictTarget } from '@wayproof/messages/goal-value'
import { count, percent, percentDigits } from '@wayproof/messages/number-format'
import { qualityOf } from '@wayproof/scorecard/claims/quality'
import { countedText } from '../export/breakdown-rows.ts'
import { fact, type MethodReportSection, type MethodReportSource, section } from './method-report.ts'

const POINTS = 1_000

/** How answers were weighted, and the margin of error of the share. */
export function weightingSection(source: MethodReportSource): MethodReportSection {
  const { plan, verdict, locale, words } = source
  const { sections, weighting: text } = words.methodReport
  const estimate = verdict?.figures.estimate ?? null
  // A margin with one category weights nothing.
  const margins = plan.margins.filter(({ categories }) => categories > 1)
  const names = margins.map(({ margin, categories }) => text.margin(margin, categories))
  const [interval, quality] = [verdict?.interval ?? null, verdict && qualityOf(verdict)]
  return section(sections.weighting, {
    facts: [
      fact(text.to, names.length > 0 ? text.toText(names) : plan.margins.length > 0 ? text.one : text.unknown, true),
      ...(names.length > 0
        ? [fact(text.method, text.methodText), fact(text.collapsed, text.collapsedText), fact(text.trim, text.trimText)]
        : []),
      fact(text.minimum, count(source.funnel.wave.minimumForStatus, locale), true),
      ...(estimate
        ? [
            fact(text.trim, text.trimmed(estimate.trimmed)),
            fact(text.effect, text.effectOf(estimate.designEffect.toFixed(2))),
            fact(text.effective, text.effectiveText(Math.floor(estimate.effective))),
          ]
        : []),
      ...(estimate && estimate.standardError !== null
        ? [fact(text.error, text.errorOf(tenths(estimate.standardError)))]
        : []),
      ...(interval && quality
        ? [
            fact(
              text.interval,
              `${[percentDigits(interval.lower), percent(interval.upper)].join(' – ')} (${text.intervalText})`,
            ),
            fact(text.margin95, text.points(tenths(quality.margin))),
          ]
        : []),
    ],
    notes: estimate ? [] : [source.funnel.wave.status === 'open' ? text.atClose : words.methodReport.limits.few],
  })
}

/** Half the width, rounded up: display must not make an error look smaller. */
const tenths = (value: number): string => (Math.ceil(value * POINTS - 1e-9) / 10).toFixed(1)

/** The headline share, weighted and unweighted. */
export function resultSection(source: MethodReportSource): MethodReportSection {
  const { verdict, locale, words } = source
  const { sections, result: text, limits } = words.methodReport
  if (!verdict) return section(sections.result, { notes: [limits.few] })
  const { figures, value } = verdict
  const estimate = figures.estimate && value !== null ? { ...figures.estimate, value } : null
  return section(sections.result, {
    facts: [
      fact(text.headline, text.headlineText),
      ...(estimate
        ? [
            ...(estimate.weighted ? [fact(text.weighted, percent(estimate.value))] : []),
            fact(text.raw, percent(estimate.raw)),
            fact(text.base, count(figures.n ?? 0, locale)),
          ]
        : []),
      ...(figures.band ? [fact(text.raw, bandText(figures.band, locale))] : []),
      ...(figures.satisfiedOfAll === null ? [] : [fact(text.ofAll, percent(figures.satisfiedOfAll))]),
      ...(figures.withoutOpinion === null ? [] : [fact(text.without, percent(figures.withoutOpinion))]),
      fact(text.target, verdictTarget(verdict), true),
      fact(
        text.verdict,
        verdict.verdict === 'unknown'
          ? words.scorecard.reasons[verdict.reason]
          : words.scorecard.claims.verdict(verdict),
      ),
    ],
    tables: answersTables(source),
    notes: [words.scorecard.certainty(verdict)].filter((note) => note !== ''),
  })
}

/** Shares of the other closed questions, as published: unweighted and rounded. */
function answersTables({ answered, locale, words }: MethodReportSource): MethodReportSection['tables'] {
  const { breakdown: text, wavePages } = words.reporting
  const { columns } = text
  const publishedQuestions = answered.filter(({ shares }) => shares.some(({ now }) => now.kind === 'shown'))
  if (publishedQuestions.length === 0) return []
  return [
    {
      caption: `${wavePages.results.answers.caption}. ${wavePages.results.answers.method}`,
      head: [columns.question, columns.counted, columns.part, columns.interval, columns.people],
      rows: publishedQuestions.flatMap((question) => [
        ...question.shares.map(({ item, now }) => [
          question.text[locale],
          countedText(item, locale),
          ...(now.kind === 'shown'
            ? [text.share(now.topTwo), text.interval(now.interval.lower, now.interval.upper), text.people(now.people)]
            : [text.kinds[now.kind], words.reporting.shell.none, words.reporting.shell.none]),
        ]),
        ...(question.recommendation
          ? [
              [
                ...[question.text[locale], text.scoreOf, text.score(question.recommendation.score)],
                text.scoreInterval(question.recommendation.interval.lower, question.recommendation.interval.upper),
                text.people(question.recommendation.people),
              ],
            ]
          : []),
      ]),
      numbers: [2, 3, 4],
    },
  ]
}

export function limitsSection({ verdict, words }: MethodReportSource): MethodReportSection {
  const { methodReport, scorecard } = words
  const { sections, limits: text } = methodReport
  const { silent, ifUneven } = scorecard.claims
  const said = verdict ? [silent(verdict), ifUneven(verdict)] : []
  return section(sections.limits, {
    notes: [
      text.silent,
      ...said.flatMap((line) => (line === null ? [] : [text.result(line)])),
      text.other,
      text.measured,
      text.terms,
    ],
  })
}
