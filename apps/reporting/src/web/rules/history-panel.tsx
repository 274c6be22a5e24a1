import { periodName } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import type { RulesInForce } from '@wayproof/scorecard/rule-changes/list-rules'
import type { RuleChange } from '@wayproof/scorecard/rule-changes/rule-change'
import { useState } from 'react'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { RecordTable } from '../records/record-table.tsx'
import { settingText } from './setting-text.ts'

const PAGE_SIZE = 10

/** Lists the decided changes, newest first; older ones on request. */
export function HistoryPanel({ rules }: { readonly rules: RulesInForce }) {
  const { locale, words } = useLanguage()
  const { history: text, facts, outcomes, rows } = words.reporting.rules
  const { dayOf } = useOrganisationDays()
  const [shownCount, setShownCount] = useState(PAGE_SIZE)
  if (rules.history.length === 0) {
    return (
      <Panel title={text.title}>
        <p className={ui.soft}>{text.none}</p>
      </Panel>
    )
  }
  function newValue({ what }: RuleChange): string {
    if (what.kind !== 'setting') return what.row === null ? rows.onePerson : `${what.label} (${what.row})`
    const setting = rules.settings.find(({ id }) => id === what.setting)
    return setting ? settingText(setting, what.value, words) : ''
  }
  return (
    <Panel title={text.title}>
      <RecordTable
        caption={text.title}
        columns={[text.change, text.value, facts.from, facts.reason, facts.proposedBy, text.decided]}
        records={rules.history.slice(0, shownCount).map((change) => ({
          id: change.id,
          head: (
            <>
              {changeName(change, words)}
              {change.number === null ? null : (
                <span className={ui.below}>{text.version(`${rules.version.split('.')[0]}.${change.number}`)}</span>
              )}
            </>
          ),
          cells: [
            <Verbatim key="value">{newValue(change)}</Verbatim>,
            periodName(change.what.appliesFrom, locale),
            <Verbatim key="reason">
              {change.reason}
              {change.document ? <span className={ui.below}>{change.document}</span> : null}
            </Verbatim>,
            <Signed key="proposed" name={change.proposedBy.name} below={dayOf(change.proposedAt)} />,
            change.decided ? (
              <Signed
                key="decided"
                lead={outcomes[change.decided.outcome]}
                name={change.decided.by.name}
                below={dayOf(change.decided.at)}
              />
            ) : null,
          ],
        }))}
      />
      {rules.history.length > shownCount ? (
        <p className={ui.more}>
          <LinkButton onClick={() => setShownCount(shownCount + PAGE_SIZE)}>
            {text.older(Math.min(PAGE_SIZE, rules.history.length - shownCount))}
          </LinkButton>
        </p>
      ) : null}
    </Panel>
  )
}

interface SignedProps {
  readonly lead?: string
  readonly name: string
  readonly below: string
}

function Signed({ lead, name, below }: SignedProps) {
  return (
    <>
      {lead ? `${lead} ` : null}
      <Verbatim>{name}</Verbatim>
      <span className={ui.below}>{below}</span>
    </>
  )
}

export function changeName({ what }: Pick<RuleChange, 'what'>, { goals, reporting: { rules } }: Messages): string {
  return what.kind === 'setting' ? rules.names[what.setting] : rules.rows[what.kind](goals.names[what.goal])
}
