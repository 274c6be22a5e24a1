import { engines, openBeside } from '@wayproof/database/testing/engines'
import { describe, expect, test } from 'vitest'
import { DEFAULT_QUESTIONNAIRE } from '../questionnaire/default-questionnaire.ts'
import type { QuestionnaireDraft } from '../questionnaire-draft/questionnaire-draft.ts'
import { questionnaireDraftStore } from './draft-store.ts'
import { questionnaireStore } from './questionnaire-store.ts'

const { id } = DEFAULT_QUESTIONNAIRE
const lin = { id: 'lin', name: 'Lin' }
const zhou = { id: 'zhou', name: 'Zhou' }
const mailbox = new Uint8Array(32).fill(7)
const draft: QuestionnaireDraft = {
  ...{ id: 'd', revision: 1, basedOn: 1, proposed: null, saved: { by: lin, at: 2_000 } },
  questionnaire: { ...DEFAULT_QUESTIONNAIRE, version: 2 },
}
const reworded = (minutes: number) => ({ ...draft.questionnaire, estimatedMinutes: minutes })

describe.each(engines)('drafts of a questionnaire on $engine', ({ open }) => {
  async function opened() {
    const database = await open()
    await questionnaireStore(database).publishQuestionnaire(DEFAULT_QUESTIONNAIRE, 1_000)
    const store = questionnaireDraftStore(database)
    const entries = async () => {
      const { auditEntry } = await database.records()
      const found = await auditEntry.findMany({ orderBy: [{ at: 'asc' }, { act: 'desc' }] })
      return found.map(({ act, subject, details }) => [act, subject, JSON.parse(details)])
    }
    return { database, store, entries }
  }

  test('one draft is open at a time, however many officers start one', async () => {
    const { database, store } = await opened()
    const others = [store, store, questionnaireDraftStore(openBeside(database))]
    const started = await Promise.all(others.map((each, n) => each.startDraft({ ...draft, id: `d${n}` })))
    expect(started.toSorted()).toEqual([false, false, true])
    expect(await store.openDraft('another')).toBeNull()
  })

  test('one of two officers who save the same revision is refused, and nothing of it is stored', async () => {
    const { store, entries } = await opened()
    await store.startDraft(draft)
    expect(await store.openDraft(id)).toEqual(draft)
    const seen = { id: 'd', seen: 1 }
    const saves = [4, 5].map((minutes) => store.saveDraft(seen, reworded(minutes), { by: zhou, at: 3_000 }))
    expect((await Promise.all(saves)).toSorted()).toEqual([false, true])
    const saved = await store.openDraft(id)
    expect(saved).toMatchObject({ revision: 2, saved: { by: zhou, at: 3_000 } })
    expect(await store.saveDraft(seen, reworded(9), { by: lin, at: 4_000 })).toBe(false)
    expect(await store.openDraft(id)).toEqual(saved)
    expect((await entries()).map(([act]) => act)).toEqual(['questionnaire-published', 'questionnaire-drafted'])
  })

  test('a proposed draft is published once, as it is; any save ends the proposal', async () => {
    const { store, entries } = await opened()
    await store.startDraft(draft)
    const act = { by: lin, at: 3_000 }
    expect(await store.publishDraft({ id: 'd', seen: 1 }, reworded(4), act)).toBe(false)
    expect(await store.proposeDraft({ id: 'd', seen: 1 }, { ...act, mailbox })).toBe(true)
    expect(await store.proposeDraft({ id: 'd', seen: 1 }, { ...act, mailbox })).toBe(false)
    expect((await store.openDraft(id))?.proposed).toEqual({ by: lin, at: 3_000 })
    expect(await store.draftProposers('d')).toEqual([{ id: 'lin', mailbox }])
    await store.saveDraft({ id: 'd', seen: 1 }, reworded(4), { by: zhou, at: 4_000 })
    expect((await store.openDraft(id))?.proposed).toBeNull()
    expect(await store.draftProposers('d')).toEqual([])
    expect(await store.publishDraft({ id: 'd', seen: 2 }, reworded(4), act)).toBe(false)
    await store.proposeDraft({ id: 'd', seen: 2 }, { ...act, at: 5_000, mailbox })
    const publish = () => store.publishDraft({ id: 'd', seen: 2 }, reworded(4), { by: zhou, at: 6_000 })
    expect((await Promise.all([publish(), publish(), publish()])).toSorted()).toEqual([false, false, true])
    expect(await store.openDraft(id)).toBeNull()
    expect(await store.saveDraft({ id: 'd', seen: 2 }, reworded(8), act)).toBe(false)
    expect(await store.versions(id)).toEqual([
      { id, version: 2, publishedAt: 6_000, questionnaire: reworded(4) },
      { id, version: 1, publishedAt: 1_000, questionnaire: DEFAULT_QUESTIONNAIRE },
    ])
    expect(await entries()).toEqual([
      ['questionnaire-published', id, { version: 1 }],
      ['questionnaire-drafted', id, { version: 2, basedOn: 1 }],
      ['questionnaire-proposed', id, { version: 2 }],
      ['questionnaire-proposed', id, { version: 2 }],
      ['questionnaire-published', id, { version: 2 }],
    ])
  })

  test('a version that the command published first is not replaced', async () => {
    const { database, store } = await opened()
    await store.startDraft(draft)
    await store.proposeDraft({ id: 'd', seen: 1 }, { by: lin, at: 3_000, mailbox })
    await questionnaireStore(database).publishQuestionnaire(reworded(7), 4_000)
    expect(await store.publishDraft({ id: 'd', seen: 1 }, reworded(4), { by: zhou, at: 5_000 })).toBe(false)
    expect((await store.versions(id))[0]?.questionnaire).toEqual(reworded(7))
  })

  test('a discarded draft is gone, and another may be started', async () => {
    const { store, entries } = await opened()
    await store.startDraft(draft)
    expect(await store.discardDraft({ id: 'd', seen: 9 }, 3_000)).toBe(false)
    expect(await store.discardDraft({ id: 'd', seen: 1 }, 3_000)).toBe(true)
    expect(await store.openDraft(id)).toBeNull()
    expect(await store.startDraft({ ...draft, id: 'e' })).toBe(true)
    expect((await entries()).at(-1)).toEqual(['questionnaire-discarded', id, { version: 2 }])
  })
})
