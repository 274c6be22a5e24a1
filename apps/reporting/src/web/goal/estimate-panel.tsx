import type { Locale } from '@wayproof/kernel/people/locale'
import { bandText } from '@wayproof/messages/band-text'
import type { Messages } from '@wayproof/messages/en'
import { count, percent, percentDigits } from '@wayproof/messages/number-format'
import { isMargin } from '@wayproof/scorecard/breakdown/margin'
import type { EstimateFigures, SatisfactionFigures, Verdict } from '@wayproof/scorecard/verdict'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import styles from './goal.module.css'

/** Shows the weighted and unweighted share and what each measure of their precision means. */
export function EstimatePanel({ verdict }: { readonly verdict: Verdict }) {
  const language = useLanguage()
  const facts = estimateFacts(verdict, language)
  if (facts.length === 0) return null
  return (
    <Panel title={language.words.scorecard.estimate.title}>
      <dl className={styles.explained}>
        {facts.map(([name, value, help]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
            <dd className={styles.help}>{help}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

interface Language {
  readonly locale: Locale
  readonly words: Messages
}

type ExplainedFact = readonly [name: string, value: string, help: string]

/** Explains a satisfaction estimate: weighted and unweighted share, precision, cost of weighting, nonresponse. */
export function estimateFacts(verdict: Verdict, { locale, words }: Language): readonly ExplainedFact[] {
  if (verdict.goal !== 'customer-satisfaction') return []
  const { figures, value } = verdict
  const text = words.scorecard.estimate
  if (figures.band) {
    const bandFact: ExplainedFact = [text.counted, bandText(figures.band, locale), text.help.band]
    return [bandFact, ...opinionFacts(figures, { locale, words })]
  }
  if (!figures.estimate) return []
  const { weighted, raw } = figures.estimate
  const facts: ExplainedFact[] = [
    [text.weighted, weighted && value !== null ? percent(value) : text.notWeighted, text.help.weighted],
    [text.counted, percent(raw), text.help.counted],
  ]
  if (weighted) facts.push(...weightFacts(figures.estimate, figures, { locale, words }))
  const { silent, ifUneven } = words.scorecard.claims
  const said = [
    [text.silent, silent(verdict), text.help.silent],
    [text.uneven, ifUneven(verdict), text.help.uneven],
  ] as const
  facts.push(...said.flatMap(([name, what, help]) => (what === null ? [] : [[name, what, help] as const])))
  return [...facts, ...opinionFacts(figures, { locale, words })]
}

function weightFacts(estimate: EstimateFigures, { n }: SatisfactionFigures, { words }: Language): ExplainedFact[] {
  const text = words.scorecard.estimate
  const { effective, designEffect, trimmed, fullAnswer, apart } = estimate
  const { margins } = words.reporting.breakdown
  const marginNames = (apart ?? []).filter(isMargin).map((margin) => margins[margin])
  const facts: ExplainedFact[] = [
    [text.effective, text.effectiveOf(Math.floor(effective), n ?? 0), text.help.effective],
    [text.designEffect, designEffect.toFixed(2), text.help.designEffect],
    [text.trimmed, text.trimmedOf(trimmed), text.help.trimmed],
    [text.apart, marginNames.length === 0 ? text.alike : text.apartIn(marginNames), text.help.apart],
  ]
  if (fullAnswer) {
    const ends = [percentDigits(fullAnswer.lower), percent(fullAnswer.upper)].join(' – ')
    facts.push([text.fullAnswer, ends, text.help.fullAnswer])
  }
  return facts
}

function opinionFacts(figures: SatisfactionFigures, { locale, words }: Language): ExplainedFact[] {
  const text = words.scorecard.estimate
  const { withoutOpinion, satisfiedOfAll, minimumForStatus } = figures
  const facts: ExplainedFact[] = []
  if (withoutOpinion !== null) {
    facts.push([text.withoutOpinion, percent(withoutOpinion), text.help.withoutOpinion])
  }
  if (satisfiedOfAll !== null) {
    facts.push([text.satisfiedOfAll, percent(satisfiedOfAll), text.help.satisfiedOfAll])
  }
  return [...facts, [text.minimum, count(minimumForStatus, locale), text.help.minimum]]
}
