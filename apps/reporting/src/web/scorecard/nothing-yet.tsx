import { Link } from '@tanstack/react-router'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import type { ReactNode } from 'react'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import styles from './scorecard.module.css'

interface NothingYetProps {
  readonly scorecard: Pick<Scorecard, 'verdicts'>
  readonly isOfficer: boolean
  readonly recorded: ReactNode
}

/** Says before the first import which files are needed, in the order of the goals. */
export function NothingYet({ scorecard: { verdicts }, isOfficer, recorded }: NothingYetProps) {
  const { words } = useLanguage()
  const text = words.reporting.scorecard.empty
  if (!isOfficer)
    return (
      <PageHead title={text.title} lead={text.executive}>
        {recorded}
      </PageHead>
    )
  const isWaveOpen = verdicts.some(({ reason }) => reason === 'wave-open')
  const steps = isWaveOpen ? text.steps : [...text.steps, text.travelers]
  return (
    <>
      <PageHead title={text.title} lead={text.lead}>
        {recorded}
      </PageHead>
      <Panel title={text.first} actions={<Link to="/registers">{text.action}</Link>}>
        <ul className={styles.bulleted}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </Panel>
    </>
  )
}
