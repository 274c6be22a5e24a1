import { percent, points } from '@wayproof/messages/number-format'
import { shapeOf } from '@wayproof/scorecard/claims/verdict-shape'
import { type BulletScale, place } from '@wayproof/scorecard/drawing/bullet'
import type { Interval } from '@wayproof/scorecard/verdict'
import { useState } from 'react'
import { ChartPanel } from '../chart-panel/chart-panel.tsx'
import { type Axis, axis } from '../charts/axis.ts'
import { LinkButton } from '../components/link-button.tsx'
import { StateMark } from '../components/state-mark.tsx'
import glyphsStyles from '../glyphs/glyphs.module.css'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { TONE } from '../glyphs/tone.ts'
import { type Language, useLanguage } from '../language.tsx'
import { Terms } from '../terms/terms.tsx'
import type { QuestionRow } from './question-rows.ts'
import styles from './questions.module.css'
import type { Satisfaction } from './result-sentence.ts'

interface QuestionsPanelProps {
  readonly rows: readonly QuestionRow[]
  readonly verdict: Satisfaction | null
}

/** Draws every question on one scale: interval, share, and the last wave; only the judged one has a target. */
export function QuestionsPanel({ rows, verdict }: QuestionsPanelProps) {
  const language = useLanguage()
  const { words } = language
  const text = words.reporting.wavePages.results
  const [isWeakestFirst, setIsWeakestFirst] = useState(false)
  const ordered = isWeakestFirst ? rows.toSorted((a, b) => shareOf(a) - shareOf(b)) : rows
  const scale = axis([...rows.flatMap(valuesOf), ...(verdict ? [verdict.target] : [])])
  const { question, satisfied, change, answers } = text.columns
  return (
    <ChartPanel
      title={text.title}
      hint={text.hint}
      caption={text.caption}
      columns={[question, satisfied, words.reporting.breakdown.columns.interval, change, answers]}
      rows={ordered.map((row) => {
        const texts = questionTexts(row, language)
        return [texts.question, texts.share, texts.interval, texts.change, texts.people]
      })}
      actions={
        <LinkButton aria-pressed={isWeakestFirst} onClick={() => setIsWeakestFirst(!isWeakestFirst)}>
          {isWeakestFirst ? text.asked : text.weakest}
        </LinkButton>
      }
      notes={
        <div className={styles.method}>
          <p>{text.method}</p>
          <Terms terms={['interval', 'margin', 'significant', 'weighting', 'rate', 'hidden']} />
        </div>
      }
    >
      <table className={styles.questions}>
        <caption className="sr-only">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{question}</th>
            <th scope="col" className={styles.scale}>
              <span className="sr-only">{text.columns.scale}</span>
              <ScaleHead scale={scale} {...(verdict && { target: verdict.target })} />
            </th>
            <th scope="col" data-number>
              {satisfied}
            </th>
            <th scope="col">{change}</th>
            <th scope="col" data-number>
              {answers}
            </th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((row) => (
            <QuestionLine key={row.id} row={row} scale={scale} verdict={row.isJudged ? verdict : null} />
          ))}
        </tbody>
      </table>
    </ChartPanel>
  )
}

/** A question without a figure comes last. */
const shareOf = ({ figure }: QuestionRow): number => (figure.kind === 'shown' ? figure.share : 2)

const valuesOf = ({ figure, before }: QuestionRow): readonly number[] => [
  ...(figure.kind === 'shown' ? [figure.interval.lower, figure.interval.upper] : []),
  ...(before === null ? [] : [before]),
]

interface ScaleHeadProps {
  readonly scale: Axis
  readonly target?: number
}

/** Labels the common scale of the questions, and the target above them. */
function ScaleHead({ scale, target }: ScaleHeadProps) {
  const text = useLanguage().words.reporting.wavePages.results
  return (
    <span className={styles.ticks} aria-hidden="true">
      {scale.ticks.map((tick) => (
        <span key={tick} style={{ left: `${place(tick, scale) * 100}%` }}>
          {percent(tick)}
        </span>
      ))}
      {target === undefined ? null : (
        <b style={{ left: `${place(target, scale) * 100}%` }}>{text.target(percent(target))}</b>
      )}
    </span>
  )
}

interface QuestionLineProps {
  readonly row: QuestionRow
  readonly scale: Axis
  /** Null for all but the judged question. */
  readonly verdict: Satisfaction | null
}

function QuestionLine({ row, scale, verdict }: QuestionLineProps) {
  const language = useLanguage()
  const { words } = language
  const text = words.reporting.wavePages.results
  const texts = questionTexts(row, language)
  const { figure, broken } = row
  const shape = verdict && shapeOf(verdict)
  return (
    <tr data-judged={verdict !== null || undefined}>
      <th scope="row">
        <span className={styles.question}>
          <span className={styles.number}>{row.number}</span>
          <span>
            {texts.question}
            {verdict && shape ? (
              <span className={styles.state}>
                <StateMark shape={shape} label={words.scorecard.claims.label(verdict)} />
              </span>
            ) : null}
          </span>
        </span>
      </th>
      <td className={styles.scale}>
        <span className={styles.guides} aria-hidden="true">
          {scale.ticks.map((tick) => (
            <span key={tick} style={{ left: `${place(tick, scale) * 100}%` }} />
          ))}
        </span>
        {figure.kind === 'shown' ? (
          <ScaledInterval
            scale={scale}
            share={figure.share}
            interval={figure.interval}
            before={broken ? null : row.before}
            {...(verdict && shape && { target: verdict.target, tone: TONE[shape] })}
            label={text.describe(texts.question, texts.share, texts.interval)}
          />
        ) : null}
      </td>
      <td data-number data-label={text.columns.satisfied} className={styles.share}>
        {texts.share}
      </td>
      <td data-label={text.columns.change}>
        <Change row={row} />
      </td>
      <td data-number data-label={text.columns.answers} className={styles.people}>
        {texts.people}
      </td>
    </tr>
  )
}

/** Bold and colored only where the change is beyond sampling error. */
function Change({ row }: { readonly row: QuestionRow }) {
  const { broken, change } = row
  const { locale, words } = useLanguage()
  if (broken)
    return (
      <span className={styles.change}>
        <StatusShape shape="unknown" label="" size={14} /> {words.reporting.goal.trend.broken[broken]}
      </span>
    )
  if (change === null) return <span className={styles.change}>{words.reporting.shell.none}</span>
  const direction = change.difference < 0 ? 'down' : 'up'
  return (
    <span className={styles.change} data-direction={change.strength === 'demonstrated' ? direction : undefined}>
      <b>{differenceText(row, locale)}</b> {chanceText(change, words)}
    </span>
  )
}

interface QuestionTexts {
  readonly question: string
  readonly share: string
  readonly interval: string
  /** The change with its likelihood, or why there is none. */
  readonly change: string
  readonly people: string
}

/** The figures of a question in words, the same in chart, table and copy. */
function questionTexts(row: QuestionRow, { locale, words }: Pick<Language, 'locale' | 'words'>): QuestionTexts {
  const { breakdown, shell, wavePages } = words.reporting
  const { figure } = row
  const question = row.text[locale]
  const change = changeText(row, { locale, words })
  if (figure.kind !== 'shown') {
    return { question, share: breakdown.kinds[figure.kind], interval: shell.none, change, people: shell.none }
  }
  const { share, isFine, beyond, interval, people } = figure
  return {
    question,
    share: isFine ? percent(share) : breakdown.share({ kind: beyond ?? 'at', value: share }),
    interval: wavePages.results.ends(percent(interval.lower), percent(interval.upper)),
    change,
    people: isFine ? new Intl.NumberFormat(locale).format(people) : breakdown.people(people),
  }
}

function changeText(row: QuestionRow, { locale, words }: Pick<Language, 'locale' | 'words'>): string {
  const { goal, shell } = words.reporting
  const { broken, change } = row
  if (broken) return goal.trend.broken[broken]
  if (change === null) return shell.none
  return `${differenceText(row, locale)} ${chanceText(change, words)}`
}

/** The number alone, as fine as the shares; the column's name says that it is a change of the share. */
function differenceText({ figure, change }: QuestionRow, locale: Language['locale']): string {
  const text = points(change?.difference ?? 0, locale).replace(/\s.*$/, '')
  return figure.kind === 'shown' && figure.isFine ? text : text.replace(/\.0$/, '')
}

const chanceText = ({ strength }: NonNullable<QuestionRow['change']>, words: Language['words']): string =>
  words.scorecard.claims.changeWord(strength)

interface ScaledIntervalProps {
  readonly scale: BulletScale
  readonly share: number
  readonly interval: Interval
  /** The last wave's share, drawn as a tick. */
  readonly before: number | null
  /** Drawn as a line; only where the share is judged. */
  readonly target?: number
  /** Ink and pale color of a judged share. */
  readonly tone?: { readonly ink: string; readonly pale: string }
  /** The text alternative. */
  readonly label: string
}

const MIDDLE = 14
const PLAIN = { ink: 'var(--soft)', pale: 'var(--ladder)' }

/** Draws a share on a given scale: pale bar for the interval, dot for the share, tick for the last wave. */
function ScaledInterval({ scale, share, interval, before, target, tone = PLAIN, label }: ScaledIntervalProps) {
  const at = (value: number) => `${place(value, scale) * 100}%`
  const width = place(interval.upper, scale) - place(interval.lower, scale)
  return (
    <svg className={glyphsStyles.scaled} role="img" aria-label={label}>
      <title>{label}</title>
      <rect x={at(interval.lower)} y={MIDDLE - 5} width={`${width * 100}%`} height="10" rx="5" fill={tone.pale} />
      {target === undefined ? null : (
        <line x1={at(target)} x2={at(target)} y1="0" y2="28" stroke="var(--ink)" strokeWidth="2" />
      )}
      {before === null ? null : (
        <line x1={at(before)} x2={at(before)} y1={MIDDLE - 7} y2={MIDDLE + 7} stroke="var(--soft)" strokeWidth="1.5" />
      )}
      <circle cx={at(share)} cy={MIDDLE} r="5" fill={tone.ink} />
    </svg>
  )
}
