import { day } from '@wayproof/messages/date-format'
import type { Closing } from '../api.ts'
import { Facts } from '../components/facts.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import styles from './closing.module.css'
import { FigureChanges } from './figure-changes.tsx'

/** Lists the sealed versions of a half-year, newest first, each with its seal code. */
export function SealsPanel({ seals }: { readonly seals: Closing['seals'] }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.closing.seals
  const clock = (offset: number | null) =>
    offset === null ? text.clockUnknown : text.clockOff((Math.abs(offset) / 1000).toFixed(1))
  return (
    <Panel title={text.title}>
      {seals.map((seal) => (
        <div key={seal.number} className={styles.seal}>
          <p className={styles.version}>{text.version(seal.version)}</p>
          <p className={styles.code} translate="no" data-seal={seal.number}>
            {seal.code}
          </p>
          {seal.reason ? <p translate="no">{seal.reason}</p> : null}
          {seal.changes.length > 0 ? <FigureChanges changes={seal.changes} /> : null}
          <Facts
            facts={[
              [text.sealedOn, day(seal.sealedOn, locale)],
              [text.closedBy, seal.closedBy],
              [text.people, String(seal.people)],
              [text.number, String(seal.number)],
              [text.clock, clock(seal.clockOffset)],
            ]}
          />
        </div>
      ))}
    </Panel>
  )
}
