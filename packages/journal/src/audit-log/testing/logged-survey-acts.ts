import type { StoreDatabase } from '@wayproof/database/store-database'
import { languageStore } from '@wayproof/forms/languages/language-store'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { questionnaireDraftStore } from '@wayproof/forms/questionnaires/draft-store'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { questionStore } from '@wayproof/letters/questions/question-records'
import { dropHeld, releaseHeld } from '@wayproof/operations/backup/held-letters'
import { surveyStore } from '@wayproof/operations/store/survey-store'
import { commentStore } from '@wayproof/survey/comments/comment-records'
import { programmeStore } from '@wayproof/survey/opening/programme-store'
import { CLOSES_AT, openWaveRows } from '@wayproof/survey/testing/open-wave-rows'
import { destroyWaveKey } from '@wayproof/survey/unlinking/unlink-wave'
import { lostKeyStore } from '@wayproof/survey/wave-keys/wave-key-stores'
import { at, by, type LoggedAct, mailbox } from './logged-act.ts'

const keys = keyring(new Uint8Array(32))
const survey = (database: StoreDatabase) =>
  surveyStore(database, { ids: systemIds, tokens: systemTokens, keyring: keys })
const questions = (database: StoreDatabase) => questionStore(database, { ids: systemIds, timeZone: 'UTC' })

const period = '2026-H1'
const openWave = (database: StoreDatabase) => openWaveRows(database, { people: 1 })
const pause = (database: StoreDatabase) => survey(database).pauseWave(period, { at, reason: 'officer' }, null)
const MOMENTS = { at: CLOSES_AT, invitedBefore: 0, invitedBeforeLast: 0, remindedBefore: 0, budgetFrom: 0 }
const change = { id: 'c', waveId: period, closesOn: '2026-07-20', reason: 'r', proposedBy: by, proposedAt: at }
const propose = (database: StoreDatabase) => survey(database).proposeClose({ ...change, decided: null }, mailbox)
const drafts = (database: StoreDatabase) => questionnaireDraftStore(database)
const draft = { id: 'd', questionnaire: DEFAULT_QUESTIONNAIRE, revision: 1, basedOn: 1 }
const startDraft = (database: StoreDatabase) =>
  drafts(database).startDraft({ ...draft, saved: { by, at }, proposed: null })
const seenDraft = { id: 'd', seen: 1 }
const proposeDraft = async (database: StoreDatabase) => {
  await startDraft(database)
  await drafts(database).proposeDraft(seenDraft, { by, at, mailbox })
}
const saveLanguage = (database: StoreDatabase) =>
  languageStore(database).save({ tag: 'fr', seen: 0 }, { name: 'Français', sentences: {} }, { by, at })
const activateLanguage = (database: StoreDatabase) =>
  languageStore(database).setActive({ tag: 'fr', seen: 1 }, true, { by, at })
const key = new Uint8Array(16)
const addComment = async (database: StoreDatabase) => {
  await openWave(database)
  const { comment } = await database.records()
  await comment.create({ data: { key, waveId: period, language: 'en', text: 'text' } })
}
const code = { id: 'code', name: { 'zh-CN': '价格', en: 'Price' } }
const saveCode = (database: StoreDatabase) => commentStore(database).saveCommentCode(code)

const closeEncrypted = async (database: StoreDatabase) => {
  await openWave(database)
  await (await database.records()).wave.updateMany({ data: { status: 'closed', keyCheck: key } })
}

/** Acts on waves, letters and comments. */
export const SURVEY_ACTS: readonly LoggedAct[] = [
  {
    act: 'questionnaire-published',
    of: 'a new version',
    carryOut: (database) => survey(database).publishQuestionnaire(DEFAULT_QUESTIONNAIRE, at),
  },
  { act: 'questionnaire-drafted', of: 'a new version', carryOut: startDraft },
  {
    act: 'questionnaire-restored',
    of: 'an old version in a draft',
    first: startDraft,
    carryOut: (database) => drafts(database).saveDraft(seenDraft, DEFAULT_QUESTIONNAIRE, { by, at, restored: 1 }),
  },
  {
    act: 'questionnaire-proposed',
    of: 'a draft',
    first: startDraft,
    carryOut: (database) => drafts(database).proposeDraft(seenDraft, { by, at, mailbox }),
  },
  {
    act: 'questionnaire-published',
    of: 'a proposed draft',
    first: proposeDraft,
    carryOut: (database) => drafts(database).publishDraft(seenDraft, DEFAULT_QUESTIONNAIRE, { by, at }),
  },
  {
    act: 'questionnaire-discarded',
    of: 'a draft',
    first: startDraft,
    carryOut: (database) => drafts(database).discardDraft(seenDraft, at),
  },
  { act: 'language-saved', of: 'a new language', carryOut: saveLanguage },
  { act: 'language-activated', of: 'a language', first: saveLanguage, carryOut: activateLanguage },
  {
    act: 'language-deactivated',
    of: 'an active language',
    first: async (database) => {
      await saveLanguage(database)
      await activateLanguage(database)
    },
    carryOut: (database) => languageStore(database).setActive({ tag: 'fr', seen: 2 }, false, { by, at }),
  },
  { act: 'wave-paused', of: 'an open wave', first: openWave, carryOut: pause },
  {
    act: 'wave-resumed',
    of: 'a paused wave',
    first: async (database) => {
      await openWave(database)
      await pause(database)
    },
    carryOut: (database) => survey(database).resumeWave(period),
  },
  { act: 'closing-day-proposed', of: 'an open wave', first: openWave, carryOut: propose },
  {
    act: 'closing-day-decided',
    of: 'an open wave',
    first: async (database) => {
      await openWave(database)
      await propose(database)
    },
    carryOut: (database) =>
      survey(database).decideClose('c', { by, at, close: { closesOn: '2026-07-20', closesAt: at } }),
  },
  {
    act: 'wave-key-lost',
    of: 'a closed wave without its key',
    first: closeEncrypted,
    carryOut: (database) => lostKeyStore(database, undefined).confirm(period, at),
  },
  {
    act: 'wave-key-destroyed',
    of: 'a wave whose ties are cut',
    first: async (database) => {
      await closeEncrypted(database)
      await (await database.records()).wave.updateMany({ data: { unlinkedAt: new Date(at) } })
    },
    carryOut: (database) => destroyWaveKey(database, {}, period, at),
  },
  {
    act: 'wave-closed',
    of: 'an open wave',
    first: openWave,
    carryOut: (database) => survey(database).closeWave(period, CLOSES_AT, MOMENTS),
  },
  {
    act: 'wave-left-out',
    of: 'a missed opening',
    first: (database) => programmeStore(database).askAboutOpening({ period, reason: 'late', dueAt: at, askedAt: at }),
    carryOut: (database) => programmeStore(database).leaveOutOpening(period, 'Lin', at),
  },
  { act: 'letters-released', of: 'a restored database', carryOut: (database) => releaseHeld(database, at) },
  { act: 'letters-canceled', of: 'a restored database', carryOut: (database) => dropHeld(database) },
  {
    act: 'address-suppressed',
    of: 'an address',
    carryOut: (database) => survey(database).suppressAddress(new Uint8Array(32), 'objected', at),
  },
  {
    act: 'comments-coded',
    of: 'a comment',
    first: addComment,
    carryOut: (database) => commentStore(database).codeComment(Buffer.from(key).toString('hex'), { codes: [] }),
  },
  { act: 'setting-changed', of: 'a new code of comments', carryOut: saveCode },
  {
    act: 'setting-changed',
    of: 'a removed code of comments',
    first: saveCode,
    carryOut: (database) => commentStore(database).removeCommentCode('code'),
  },
  {
    act: 'question-answered',
    of: 'an open question',
    first: async (database) => {
      await questions(database).ask({ kind: 'bytes-left', data: { day: '2026-06-30' } }, at)
      const { officerQuestion } = await database.records()
      await officerQuestion.updateMany({ data: { id: 'q' } })
    },
    carryOut: (database) => questions(database).answer('q', { answer: 'seen', by: 'Lin', at, ends: false }),
  },
]
