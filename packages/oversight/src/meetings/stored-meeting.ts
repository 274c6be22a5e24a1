import type { Prisma } from '@wayproof/database/generated/client'
import type { ActionOwner } from '../actions/action.ts'
import type { Agenda } from './agenda.ts'
import type { Meeting } from './meeting.ts'

/** The records that are read with a meeting. */
export const WITH_MINUTES = {
  attendees: { orderBy: { number: 'asc' } },
  decisions: { orderBy: { number: 'asc' } },
} as const satisfies Prisma.MeetingInclude

type StoredMeeting = Prisma.MeetingGetPayload<{ include: typeof WITH_MINUTES }>

export const meetingOf = ({
  agenda,
  attendees,
  decisions,
  finishedAt,
  finishedBy,
  plannedAt: _,
  plannedBy: __,
  ...meeting
}: StoredMeeting): Meeting => ({
  ...meeting,
  agenda: agenda === null ? null : (JSON.parse(agenda) as Agenda),
  attendees: attendees.map(({ userId, name }) => ({ userId, name })),
  decisions: decisions.map(({ id, text, actionId, owner, dueOn, effect }) => ({
    ...{ id, text },
    action:
      actionId === null
        ? null
        : { id: actionId, owner: owner as ActionOwner, dueOn: dueOn ?? '', effect: effect ?? '' },
  })),
  finished: finishedAt && { at: finishedAt.getTime(), by: finishedBy ?? '' },
})
