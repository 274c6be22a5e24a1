import { type Answered, remediesByState } from '@wayproof/scorecard/closing/remedies/remedies-by-state'
import type { Closing } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { ActionList } from './action-list.tsx'
import { ChangeRemedy } from './change-remedy.tsx'
import { RemedyForm } from './remedy-form.tsx'
import { RemedyHistory } from './remedy-history.tsx'

interface ActionsPanelProps {
  readonly view: Closing
  readonly period: string
  readonly isOfficer: boolean
}

type Remedies = Closing['actions']['remedies']
type Decided = Answered<Remedies[number]>

/**
 * Lists the actions on missed goals and on a survey that was not held; officers edit them until the freeze. Actions
 * on goals that are no longer red stand apart.
 */
export function ActionsPanel({ view: { stage, scorecard, actions }, period, isOfficer }: ActionsPanelProps) {
  const text = useLanguage().words.reporting.closing.remedy
  const { red, noWave, past } = remediesByState(scorecard.verdicts, actions.remedies)
  const open = isOfficer && (stage === 'ended' || stage === 'reopened')
  const panel = ({ goals, bare, remedies }: Decided, words: { title: string; lead: string; note: string }) =>
    goals.length > 0 ? (
      <Panel title={words.title}>
        <div className={ui.stack}>
          {remedies.length > 0 ? (
            <RemedyList remedies={remedies} note={open ? words.note : null} />
          ) : (
            <p className={ui.soft}>{words.lead}</p>
          )}
          {open && bare.length > 0 ? (
            <RemedyForm key={bare.length} period={period} goals={bare} note={words.note} />
          ) : null}
        </div>
      </Panel>
    ) : null
  return (
    <>
      {panel(red, text)}
      {panel(noWave, { title: text.noWave, lead: text.noWaveLead, note: text.noteNoWave })}
      {past.length > 0 ? (
        <Panel title={text.noLonger}>
          <RemedyList remedies={past} note={open ? text.note : null} />
        </Panel>
      ) : null}
    </>
  )
}

interface RemedyListProps {
  readonly remedies: Remedies
  /** The label of the note field; null where nothing can be changed. */
  readonly note: string | null
}

function RemedyList({ remedies, note }: RemedyListProps) {
  return (
    <ActionList
      actions={{ improvements: [], remedies, agreed: [] }}
      renderBelow={(id) => {
        const remedy = remedies.find((candidate) => candidate.id === id)
        if (!remedy) return null
        return (
          <>
            <RemedyHistory remedy={remedy} />
            {note === null ? null : <ChangeRemedy remedy={remedy} note={note} />}
          </>
        )
      }}
    />
  )
}
