import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import styles from './opening.module.css'
import { OPENING_STEPS } from './opening-step.ts'

interface StepFrameProps {
  /** From 0. */
  readonly step: number
  readonly onStep: (step: number) => void
  readonly children: ReactNode
}

/** Shows where the reader is; earlier steps can be opened again. */
export function StepFrame({ step, onStep, children }: StepFrameProps) {
  const text = useLanguage().words.reporting.wavePages.opening
  const heading = useRef<HTMLHeadingElement>(null)
  const shownStep = useRef(step)
  // Screen readers read the new step; the first one is read with the page.
  useEffect(() => {
    if (shownStep.current !== step) heading.current?.focus()
    shownStep.current = step
  }, [step])
  const name = text.steps[OPENING_STEPS[step] ?? 'plan']
  return (
    <section className={ui.panel} aria-label={name}>
      <ol className={styles.steps} aria-label={text.stepsOf}>
        {OPENING_STEPS.map((key, at) => (
          <li key={key} aria-current={at === step ? 'step' : undefined}>
            <span className={styles.number} aria-hidden="true">
              {at + 1}
            </span>
            {at < step ? (
              <button type="button" className={ui.quiet} onClick={() => onStep(at)}>
                {text.steps[key]}
              </button>
            ) : (
              <span>{text.steps[key]}</span>
            )}
          </li>
        ))}
      </ol>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {name} <span className={ui.soft}>{text.step(step + 1, OPENING_STEPS.length)}</span>
      </h2>
      {children}
    </section>
  )
}

interface StepFooterProps {
  readonly onBack?: () => void
  /** Absent if the button submits a form. */
  readonly onNext?: () => void
  /** The name of the last step's button. */
  readonly action?: string
  readonly busy?: boolean
  readonly disabled?: boolean
}

export function StepFooter({ onBack, onNext, action, busy = false, disabled = false }: StepFooterProps) {
  const text = useLanguage().words.reporting.wavePages.opening
  return (
    <div className={styles.footer}>
      {onBack ? (
        <Button variant="default" onClick={onBack}>
          {text.back}
        </Button>
      ) : null}
      <Button
        type={onNext ? 'button' : 'submit'}
        loading={busy}
        disabled={disabled}
        {...(onNext && { onClick: onNext })}
      >
        {action ?? text.next}
      </Button>
    </div>
  )
}
