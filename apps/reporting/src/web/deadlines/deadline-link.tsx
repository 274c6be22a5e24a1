import { Link } from '@tanstack/react-router'
import type { Deadline } from '@wayproof/oversight/deadlines/deadline'
import { placeOf } from '@wayproof/oversight/deadlines/deadline-place'
import { TaskSentence } from './task-sentence.tsx'

/** Names the task, and leads to the place where it is done. */
export function DeadlineLink({ deadline }: { readonly deadline: Deadline }) {
  const { path, search } = placeOf(deadline)
  return (
    <Link to={path} search={search}>
      <TaskSentence deadline={deadline} />
    </Link>
  )
}
