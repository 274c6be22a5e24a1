import { shapeOf } from '@wayproof/scorecard/claims/verdict-shape'
import { place } from '@wayproof/scorecard/drawing/bullet'
import type { Axis } from '../charts/axis.ts'
import { StateMark } from '../components/state-mark.tsx'
import { ScaledInterval } from '../glyphs/scaled-interval.tsx'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { TONE } from '../glyphs/tone.ts'
import { useLanguage } from '../language.tsx'
import type { QuestionRow } from './question-rows.ts'
import { chanceText, differenceText, questionTexts } from './question-texts.ts'
import styles from './questions.module.css'
import type { Satisfaction } from './result-sentence.ts'

interface QuestionLineProps {
  readonly row: QuestionRow
  readonly scale: Axis
  /** Null for all but the judged question. */
  readonly verdict: Satisfaction | null
}

export function QuestionLine({ row, scale, verdict }: QuestionLineProps) {
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
