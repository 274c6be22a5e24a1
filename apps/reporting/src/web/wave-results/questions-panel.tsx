import { useState } from 'react'
import { ChartPanel } from '../chart-panel/chart-panel.tsx'
import { axis } from '../charts/axis.ts'
import { LinkButton } from '../components/link-button.tsx'
import { useLanguage } from '../language.tsx'
import { Terms } from '../terms/terms.tsx'
import { QuestionLine } from './question-line.tsx'
import type { QuestionRow } from './question-rows.ts'
import { questionTexts } from './question-texts.ts'
import styles from './questions.module.css'
import type { Satisfaction } from './result-sentence.ts'
import { ScaleHead } from './scale-head.tsx'

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
