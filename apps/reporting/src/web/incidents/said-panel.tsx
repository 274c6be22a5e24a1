import { percent } from '@wayproof/messages/number-format'
import { intervalSide } from '@wayproof/scorecard/claims/interval-side'
import { type Shape, shapeOf } from '@wayproof/scorecard/claims/verdict-shape'
import type { HalvingPower } from '@wayproof/scorecard/claims/what-halving-shows'
import { isUncompared } from '@wayproof/scorecard/goals/leaks-against-cap'
import type { VerdictOf } from '@wayproof/scorecard/verdict'
import type { ReactNode } from 'react'
import { Panel } from '../components/panel.tsx'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import styles from './incidents.module.css'

interface SaidPanelProps {
  readonly verdict: VerdictOf<'incident-reduction'>
  readonly halving: HalvingPower | null
}

/** Lists what the counts show: the verdict, what its interval demonstrates, and what this target can show at these numbers. */
export function SaidPanel({ verdict, halving }: SaidPanelProps) {
  const { words } = useLanguage()
  const text = words.reporting.goalPictures.said
  const { figures, reason, target, interval } = verdict
  const reasonText = words.scorecard.reasons[reason]
  const part = percent(target)
  // Counts that meet the target never contradict it; older seals compared rates per booking.
  const evidence = verdict.verdict === 'met' && figures.evidence === 'contradicted' ? 'compatible' : figures.evidence
  return (
    <Panel title={text.title}>
      <ul className={styles.said}>
        <Claim shape={shapeOf(verdict)}>
          {isUncompared(reason)
            ? text.none(reasonText)
            : text.counted(verdict.verdict, figures.currentCount, figures.cap, isCounted(verdict) ? null : reasonText)}
        </Claim>
        {evidence === null ? null : (
          <Claim shape={EVIDENCE_SHAPE[evidence]}>
            {text.shown(evidence, part, interval !== null && intervalSide(interval, 0) === 'reaches')}
          </Claim>
        )}
        {figures.baselineCount === 0 && !isUncompared(reason) ? <Claim shape="unknown">{text.zero}</Claim> : null}
        {halving === null ? null : (
          <Claim shape="unknown">
            {text.halving(halving, figures.baselineCount, figures.baselineYear)}
            <details>
              <summary>{text.more}</summary>
              {text.wouldShow(halving, figures.baselineCount).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </details>
          </Claim>
        )}
      </ul>
    </Panel>
  )
}

const EVIDENCE_SHAPE = {
  demonstrated: 'demonstrated',
  contradicted: 'missed',
  compatible: 'unknown',
  'too-few': 'unknown',
} as const satisfies Record<string, Shape>

/** True if the counts alone decide. */
const isCounted = ({ reason }: Pick<SaidPanelProps['verdict'], 'reason'>) =>
  reason === 'target-reached' || reason === 'above-cap'

const Claim = ({ shape, children }: { readonly shape: Shape; readonly children: ReactNode }) => (
  <li>
    <span aria-hidden="true">
      <StatusShape shape={shape} label="" size={18} />
    </span>
    <div>{children}</div>
  </li>
)
