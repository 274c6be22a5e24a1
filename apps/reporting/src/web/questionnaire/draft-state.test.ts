import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { expect, test } from 'vitest'
import type { ShownDraft } from '../api.ts'
import { beginDraft, type DraftEvent, isUnsaved, nextDraft } from './use-draft.ts'

const worded = (minutes: number): Questionnaire => ({
  ...{ ...DEFAULT_QUESTIONNAIRE, version: 2, estimatedMinutes: minutes },
})
const draft = (revision: number, minutes: number): ShownDraft => ({
  ...{ id: 'd', version: 2, revision, basedOn: 1, proposed: null, saved: { by: 'Lin', isMine: true, at: 1 } },
  definition: JSON.stringify(worded(minutes)),
})
const after = (...events: readonly DraftEvent[]) => events.reduce(nextDraft, beginDraft(draft(1, 3)))
const typed = (minutes: number, field: string | null = null): DraftEvent => ({
  ...{ kind: 'typed', questionnaire: worded(minutes), field },
})

test('typing on in one field is one step of Undo, and another field is another', () => {
  const state = after(typed(4, 'a'), typed(5, 'a'), typed(6, 'b'))
  expect(state.past.map(({ estimatedMinutes }) => estimatedMinutes)).toEqual([3, 5])
  expect(nextDraft(state, { kind: 'undone' }).typed).toEqual(worded(5))
  expect(after({ kind: 'undone' })).toEqual(after())
  expect(isUnsaved(after(typed(4, 'a'), { kind: 'undone' }))).toBe(false)
})

test('words typed while a save was under way are unsaved after it', () => {
  const state = after(typed(4), typed(5), { kind: 'stored', draft: draft(2, 4) })
  expect([state.typed.estimatedMinutes, state.stored.revision, isUnsaved(state)]).toEqual([5, 2, true])
})

test('a newer draft replaces an unchanged one, and Undo brings that back', () => {
  const state = after({ kind: 'seen', draft: draft(2, 9) })
  expect([state.typed, isUnsaved(state), state.other]).toEqual([worded(9), false, null])
  expect(nextDraft(state, { kind: 'undone' }).typed).toEqual(worded(3))
})

test('a newer draft never replaces unsaved words: the officer takes it or saves over it', () => {
  const state = after(typed(4), { kind: 'seen', draft: draft(2, 9) })
  expect([state.typed, state.other?.revision, state.stored.revision]).toEqual([worded(4), 2, 1])
  const kept = nextDraft(state, { kind: 'kept' })
  expect([kept.typed, kept.stored.revision, kept.other, isUnsaved(kept)]).toEqual([worded(4), 2, null, true])
  const taken = nextDraft(state, { kind: 'taken' })
  expect([taken.typed, isUnsaved(taken), taken.past.at(-1)]).toEqual([worded(9), false, worded(4)])
})

test('another number from the server is no change of the officer', () => {
  const renumbered = { ...draft(2, 3), version: 7, definition: JSON.stringify({ ...worded(3), version: 7 }) }
  expect(isUnsaved(after(typed(3), { kind: 'stored', draft: renumbered }))).toBe(false)
  const back = after(typed(4), { kind: 'undone' }, { kind: 'stored', draft: renumbered })
  expect([back.typed.version, isUnsaved(back)]).toEqual([7, false])
})

test('an older or foreign draft changes nothing', () => {
  const state = after({ kind: 'stored', draft: draft(3, 3) })
  expect(nextDraft(state, { kind: 'seen', draft: draft(2, 9) })).toBe(state)
  expect(nextDraft(state, { kind: 'seen', draft: { ...draft(9, 9), id: 'e' } })).toBe(state)
})
