import { Link } from '@tanstack/react-router'
import type { RegisterId } from '@wayproof/evidence/register'
import type { Deadline, DeadlineKind } from '@wayproof/oversight'
import { TaskSentence } from './task-sentence.tsx'

/** A register, and the row that it opens; without a row, all of them. */
interface RegisterPlace {
  readonly register: RegisterId
  readonly row?: (subject: string) => string
}

const keyOf = (subject: string) => JSON.stringify([subject])
const partnerOf = (subject: string) => keyOf(subject.split(':')[0] ?? '')

/** Where tasks in a register are done. */
const REGISTERS: Readonly<Partial<Record<DeadlineKind, RegisterPlace>>> = {
  notice: { register: 'incidents', row: keyOf },
  'audit-finding': { register: 'audit-findings', row: keyOf },
  'security-finding': { register: 'security-findings', row: keyOf },
  agreement: { register: 'partners', row: partnerOf },
  'partner-audit': { register: 'partners', row: partnerOf },
  assessment: { register: 'security-assessments' },
}

/** Names the task, and leads to the place where it is done. */
export function DeadlineLink({ deadline }: { readonly deadline: Deadline }) {
  const { kind, subject } = deadline
  const text = <TaskSentence deadline={deadline} />
  const place = REGISTERS[kind]
  if (place) {
    const search = place.row ? { row: place.row(subject) } : {}
    return (
      <Link to="/registers/$register" params={{ register: place.register }} search={search}>
        {text}
      </Link>
    )
  }
  switch (kind) {
    case 'request':
      return (
        <Link to="/requests" search={{ case: subject }}>
          {text}
        </Link>
      )
    case 'report':
      return (
        <Link to="/whistle-blowing" search={{ report: subject }}>
          {text}
        </Link>
      )
    case 'meeting':
      return <Link to="/meetings">{text}</Link>
    case 'policy-review':
      return <Link to="/policies">{text}</Link>
    case 'holidays':
      return <Link to="/settings">{text}</Link>
    case 'freeze':
    case 'signature':
    case 'seal':
      return (
        <Link to="/closing" search={{ period: subject }}>
          {text}
        </Link>
      )
    default:
      return <Link to="/actions">{text}</Link>
  }
}
