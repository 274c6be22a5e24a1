import { Button } from '@mantine/core'
import { useState } from 'react'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import type { Finding, PanelPlace } from './findings.ts'
import styles from './questionnaire.module.css'

interface ToFixProps {
  readonly findings: readonly Finding[]
  readonly onGo: (place: PanelPlace, missingIn: string | null) => void
  readonly onCompare: () => void
}

/** Lines shown before the rest is asked for. */
const SHOWN = 5

/** Lists everything to fix before publishing and the warnings, checked while the officer types. */
export function ToFix({ findings, onGo, onCompare }: ToFixProps) {
  const { fix: text } = useLanguage().words.reporting.questionnaire
  const [showsAll, setShowsAll] = useState(false)
  const visibleFindings = showsAll ? findings : findings.slice(0, SHOWN)
  return (
    <Panel title={text.title} note={text.note}>
      {findings.length === 0 ? (
        <p className={ui.soft}>{text.none}</p>
      ) : (
        <ul className={styles.findings}>
          {visibleFindings.map(({ key, isFault, title, advice, goTo, missingIn, isTrend }) => (
            <li key={key}>
              <StatusShape shape={isFault ? 'missed' : 'amber'} label={isFault ? text.fault : text.warning} size={18} />
              <b>{title}</b>
              <span className={ui.soft}>{advice}</span>
              {isTrend ? (
                <Button variant="default" size="xs" onClick={onCompare} aria-label={`${text.compare}: ${title}`}>
                  {text.compare}
                </Button>
              ) : goTo ? (
                <Button
                  variant="default"
                  size="xs"
                  onClick={() => onGo(goTo.place, missingIn)}
                  aria-label={missingIn ? `${text.fillIn}: ${title}` : undefined}
                >
                  {missingIn ? text.fillIn : text.goTo(goTo.name)}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {findings.length > visibleFindings.length ? (
        <LinkButton onClick={() => setShowsAll(true)}>{text.all(findings.length)}</LinkButton>
      ) : null}
    </Panel>
  )
}
