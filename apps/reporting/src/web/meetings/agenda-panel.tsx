import { day, moment, periodName } from '@wayproof/messages/date-format'
import { leftText } from '@wayproof/messages/deadline-text'
import type { Deadline } from '@wayproof/oversight/deadlines/deadline'
import { timeLeft } from '@wayproof/oversight/deadlines/urgency'
import type { AgendaDuty } from '@wayproof/oversight/meetings/meeting'
import { GOALS } from '@wayproof/scorecard/goals/goal'
import type { ReactNode } from 'react'
import { actionText } from '../actions/action-text.ts'
import type { ShownMeeting } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { SlotSentence } from '../components/slot-sentence.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { TaskSentence } from '../deadlines/task-sentence.tsx'
import { useLanguage } from '../language.tsx'
import styles from './meetings.module.css'

interface AgendaPanelProps {
  readonly agenda: ShownMeeting['agenda']
  readonly timeZone: string
}

/** The points of a meeting: goals, overdue duties and open actions. */
export function AgendaPanel({ agenda, timeZone }: AgendaPanelProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.meetings.agenda
  const { goals } = words
  const nameOf = (goal: string) => GOALS.find((goalId) => goalId === goal)
  return (
    <Panel
      title={text.title}
      actions={<span className={ui.soft}>{text.asOf(moment(agenda.at, timeZone, locale))}</span>}
    >
      <div className={styles.points}>
        <Points title={text.goals} none={text.none}>
          {agenda.goals.map(({ period, goal, status, isRunning = false }) => {
            const goalId = nameOf(goal)
            return (
              <li key={`${period} ${goal}`}>
                <StateMark
                  shape={status === 'red' ? 'missed' : 'amber'}
                  label={text.goal(
                    goalId ? goals.names[goalId] : goal,
                    goals.status(status, isRunning),
                    periodName(period, locale),
                  )}
                />
              </li>
            )
          })}
        </Points>
        <Points title={text.duties} none={text.none}>
          {agenda.duties.map((duty) => (
            <li key={`${duty.kind} ${duty.subject} ${duty.part}`}>
              <SlotSentence
                sentence={(slot) => text.duty(slot, leftText(timeLeft(duty.due, agenda.at, timeZone), words))}
              >
                <TaskSentence deadline={asDeadline(duty)} />
              </SlotSentence>
            </li>
          ))}
        </Points>
        <Points title={text.actions} none={text.none}>
          {agenda.actions.map((action) => (
            <li key={action.id}>
              <SlotSentence
                sentence={(slot) => text.action(slot, goals.owners[action.owner], day(action.dueOn, locale))}
              >
                <Verbatim>{actionText(action, locale)}</Verbatim>
              </SlotSentence>
            </li>
          ))}
        </Points>
      </div>
    </Panel>
  )
}

const asDeadline = (duty: AgendaDuty): Deadline => ({ ...duty, roles: [], onlySince: null, announcedOn: null })

interface PointsProps {
  readonly title: string
  readonly none: string
  readonly children: readonly ReactNode[]
}

function Points({ title, none, children }: PointsProps) {
  return (
    <div>
      <h3 className={styles.pointsTitle}>{title}</h3>
      {children.length > 0 ? <ul className={styles.list}>{children}</ul> : <p className={ui.soft}>{none}</p>}
    </div>
  )
}
