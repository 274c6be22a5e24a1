import type { DifferenceLine } from '@wayproof/evidence/policy-watch/text-difference'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { stretches } from './comparable.ts'
import styles from './policies.module.css'

/** Shows removed and added lines; unchanged lines are only counted. */
export function DifferenceLines({ lines }: { readonly lines: readonly DifferenceLine[] }) {
  const { words } = useLanguage()
  const text = words.reporting.policies.difference
  if (lines.every(({ kind }) => kind === 'same')) return <p className={ui.soft}>{text.same}</p>
  return (
    <ul className={styles.lines}>
      {stretches(lines).map(({ kind, lines: texts }, i) =>
        kind === 'same' ? (
          <li key={i} data-kind={kind}>
            {text.unchanged(texts.length)}
          </li>
        ) : (
          texts.map((line, j) => (
            <li key={`${i} ${j}`} data-kind={kind}>
              <span className="sr-only">{words.reporting.shell.labelled(text[kind], '')}</span>
              <span translate="no">{line}</span>
            </li>
          ))
        ),
      )}
    </ul>
  )
}
