import { Link } from '@tanstack/react-router'
import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'
import { useState } from 'react'
import type { Audits } from '../api.ts'
import { ChartActions } from '../chart-panel/chart-actions.tsx'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import styles from './partners.module.css'

type State = NonNullable<Audits['partners'][number]['states'][number]>

const SHAPE: Readonly<Record<State, Shape>> = { audited: 'demonstrated', planned: 'unknown', missing: 'missed' }

/** Shows which partner was audited in which year; a partner leads to its row in the register. */
export function AuditMatrix({ audits: { years, partners } }: { readonly audits: Audits }) {
  const { words } = useLanguage()
  const text = words.reporting.goalPictures.audits
  const [isOnlyOpen, setIsOnlyOpen] = useState(false)
  const openPartners = partners.filter(({ states }) => {
    const state = states.at(-1)
    return state === 'missing' || state === 'planned'
  })
  const shownPartners = isOnlyOpen ? openPartners : partners
  // A phone has room for two years.
  const isOld = (n: number) => n < years.length - 2
  const wordOf = (state: State | null) => (state === null ? text.none : text.states[state])
  return (
    <Panel
      title={text.title}
      actions={
        <>
          {openPartners.length > 0 && openPartners.length < partners.length ? (
            <LinkButton aria-pressed={isOnlyOpen} onClick={() => setIsOnlyOpen(!isOnlyOpen)}>
              {isOnlyOpen ? text.everyone : text.onlyOpen(openPartners.length)}
            </LinkButton>
          ) : null}
          {partners.length > 0 ? (
            <ChartActions
              title={text.title}
              rows={[
                [text.partner, ...years],
                ...shownPartners.map(({ name, states }) => [name, ...states.map(wordOf)]),
              ]}
            />
          ) : null}
        </>
      }
    >
      {partners.length === 0 ? (
        <p className={ui.soft}>{text.empty}</p>
      ) : (
        <WideTable caption={text.title}>
          <thead>
            <tr>
              <th scope="col">{text.partner}</th>
              {years.map((year, n) => (
                <th key={year} scope="col" data-roomy={isOld(n) || undefined}>
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className={styles.matrix}>
            {shownPartners.map(({ key, name, states }) => (
              <tr key={key}>
                <th scope="row" translate="no">
                  <Link to="/registers/$register" params={{ register: 'partners' }} search={{ row: key }}>
                    {name}
                  </Link>
                </th>
                {states.map((state, n) => (
                  <td key={years[n]} data-roomy={isOld(n) || undefined} data-state={state ?? 'none'}>
                    {state === null ? text.none : <StateMark shape={SHAPE[state]} label={text.states[state]} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </Panel>
  )
}
