import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { firstQuestion } from '@wayproof/forms/questionnaire/first-question'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { EditionHeading } from '@wayproof/scorecard/editions/edition'
import type { HoldReason } from '@wayproof/scorecard/editions/hold-reason'
import type { SurveyLetterData } from '@wayproof/survey/letters/survey-letter'
import type { EditionNoticeData, GoalsChangedData, Letter, UnlinkingCertificate } from '../letter/letter.ts'
import type { Organisation } from '../letter/organisation.ts'
import { summary } from './sample-summary.ts'

export const organisation: Organisation = {
  nameZh: '远行旅行社',
  nameEn: 'Faraway Travel',
  contactEmail: 'privacy@faraway.example',
  sample: true,
}

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const survey = {
  invitationId: id(1),
  generation: 0,
  travelerId: id(2),
  period: '2025-H2',
  closesOn: '2026-01-31',
  smallestGroup: 5,
}

const certificate: UnlinkingCertificate = {
  anonymity: {
    period: '2025-H2',
    status: 'unlinked',
    answers: 1250,
    tied: 0,
    respondentsKnown: 0,
    draftsKnown: 0,
    remindedKnown: 0,
    tiedBy: {
      'shared-values': 0,
      'stored-moments': 0,
      'row-order': 0,
      'stored-sizes': 0,
      'small-groups': 0,
      'freed-bytes': 0,
      'write-log': 0,
      'earlier-copy': null,
    },
  },
  closedOn: '2026-01-31',
  unlinkedOn: '2026-01-31',
  backupsUntil: '2026-03-02',
  key: { state: 'destroyed', day: '2026-01-31' },
}

const reasons: readonly HoldReason[] = [
  { code: 'wave-open-past-its-date', owner: 'privacy-officer', closesOn: '2026-01-28' },
  {
    code: 'register-stale',
    owner: 'procurement',
    goal: 'partner-audit',
    register: 'partner-audits',
    lastOn: '2025-08-03',
  },
  { code: 'goal-unknown', owner: 'human-resources', goal: 'staff-training', because: 'no-roster' },
]

const edition: EditionHeading = {
  id: id(9),
  kind: 'record',
  occasion: '2025-H2',
  issuedOn: '2026-02-18',
  dueOn: '2026-02-04',
  dueBecause: 'wave-never-opened',
  lateDays: 40,
  release: 'automatic',
  gaps: reasons,
  decideBy: '2026-03-09',
  comment: { text: '2026', by: '2026' },
  code: '7K2M-0QXW-93HD-5TEB-J8RN-4VCA-ZP61',
  since: {
    kind: 'preliminary',
    issuedOn: '2026-01-04',
    changes: [
      { goal: 'staff-training', figure: 'value', from: 0.925, to: 0.931 },
      { goal: 'partner-audit', figure: 'verdict', from: 'met', to: 'missed' },
    ],
  },
}

const notice = (waits: 'held' | 'awaits'): EditionNoticeData => ({
  waits,
  kind: 'record',
  occasion: '2025-H2',
  period: '2025-H2',
  dueOn: '2026-02-04',
  sendsOn: waits === 'held' ? '2026-02-18' : null,
  reasons: waits === 'held' ? reasons : [],
  reader: 'privacy-officer',
})

const goalChanges: GoalsChangedData['items'] = [
  {
    ...{ goal: 'customer-satisfaction', period: '2026-H1', judged: '2026-H1', fact: 'verdict', since: '2026-08-03' },
    ...{ from: 'unknown', to: 'missed', reason: 'below-target', lastOn: null },
  },
  {
    ...{ goal: 'policy-publication', period: '2026-H2', judged: '2026-H2', fact: 'verdict', since: '2026-08-02' },
    ...{ from: 'met', to: 'unknown', reason: 'not-checked', lastOn: '2026-07-02' },
  },
  {
    ...{ goal: 'staff-training', period: '2026-H2', judged: '2026-Q3', fact: 'forecast', since: '2026-08-02' },
    ...{ from: 'on-track', to: 'off-track', reason: 'running', lastOn: '2026-07-30' },
  },
  {
    ...{ goal: 'incident-reduction', period: '2026-H2', judged: '2026', fact: 'forecast', since: '2026-08-03' },
    ...{ from: 'off-track', to: 'on-track', reason: 'running', lastOn: '2026-07-30' },
  },
  {
    ...{ goal: 'partner-audit', period: '2026-H2', judged: '2026', fact: 'evidence', since: '2026-08-03' },
    ...{ from: 'current', to: 'stale', reason: 'running', lastOn: '2026-01-25' },
  },
]

/** The question that a claimed letter asks. */
function asking(): Pick<SurveyLetterData, 'question'> {
  const question = firstQuestion(DEFAULT_QUESTIONNAIRE)
  return question ? { question } : {}
}

/** One letter of each kind. */
export const sampleLetters = (locale: Locale): readonly Letter[] => [
  { kind: 'survey-invitation', locale, data: survey },
  { kind: 'survey-reminder', locale, data: survey },
  { kind: 'executive-summary', locale, data: { summary, recordedOn: '2026-01-12' } },
  {
    kind: 'executive-summary',
    locale,
    data: {
      summary: {
        ...summary,
        scorecard: {
          ...summary.scorecard,
          seal: {
            number: 3,
            version: 2,
            code: '7K2M-0QXW-93HD-5TEB-J8RN-4VCA-ZP61',
            frozenOn: '2026-02-09',
            sealedOn: '2026-02-12',
            people: 6,
            reason: locale === 'en' ? 'late' : '补录',
          },
        },
        cameOf: [
          {
            action: { 'zh-CN': '注销账户由九步减为三步', en: 'Closing an account takes three steps instead of nine' },
            state: 'done',
            outcome: locale === 'en' ? 'in use since October' : '十月起已经启用',
          },
        ],
      },
      recordedOn: '2026-02-09',
    },
  },
  { kind: 'executive-summary', locale, data: { summary, edition, reader: 'procurement' } },
  ...(['held', 'awaits'] as const).map((waits) => ({ kind: 'edition-notice', locale, data: notice(waits) }) as const),
  { kind: 'unlinking-certificate', locale, data: certificate },
  { kind: 'rights-code', locale, data: { codeId: id(4), code: '04719365' } },
  {
    kind: 'rights-message',
    locale,
    data: {
      number: 2,
      purpose: 'answer',
      dueOn: null,
      text: locale === 'en' ? 'We hold your address.\n\nNothing else.' : '我们保存了您的邮箱。\n\n别无其他。',
    },
  },
  {
    kind: 'rights-message',
    locale,
    data: {
      number: 3,
      purpose: 'extension',
      dueOn: '2026-05-02',
      text: locale === 'en' ? 'Three systems must be searched.' : '需要查找三个系统。',
    },
  },
  {
    kind: 'user-invitation',
    locale,
    data: {
      userInvitationId: id(3),
      role: 'executive',
      until: { at: Date.UTC(2026, 0, 25, 16, 30), timeZone: 'Asia/Shanghai' },
    },
  },
  { kind: 'wave-paused', locale, data: { period: '2025-H2', reason: 'hard-bounces', tried: 1200, refused: 61 } },
  {
    kind: 'wave-paused',
    locale,
    data: { period: '2025-H2', reason: 'complaints', tried: 1200, refused: 10, complained: 4 },
  },
  { kind: 'survey-last-reminder', locale, data: survey },
  {
    kind: 'survey-invitation',
    locale,
    data: {
      ...survey,
      improvements: [
        locale === 'en' ? 'Closing an account takes three steps instead of nine.' : '注销账户由九步减为三步。',
      ],
    },
  },
  { kind: 'survey-invitation', locale, data: { ...survey, test: true } },
  ...(['survey-invitation', 'survey-reminder', 'survey-last-reminder'] as const).map(
    (kind) => ({ kind, locale, data: { ...survey, ...asking() } }) as const,
  ),
  { kind: 'survey-invitation', locale, data: { ...survey, ...asking(), test: true } },
  {
    kind: 'rights-arrived',
    locale,
    data: {
      receivedOn: '2026-03-02',
      cases: [
        { kind: 'deletion', regime: 'china', dueOn: '2026-03-23' },
        { kind: 'complaint', regime: 'eu', dueOn: '2026-04-02' },
        { kind: 'enquiry', regime: null, dueOn: null },
      ],
      written: [{ kind: 'access', regime: 'china', dueOn: '2026-03-12' }],
    },
  },
  {
    kind: 'deadlines',
    locale,
    data: {
      occasion: 'digest',
      at: Date.UTC(2026, 5, 9, 0, 0),
      timeZone: 'Asia/Shanghai',
      items: [
        {
          ...{ kind: 'notice', subject: '2026-014', part: 'cn-report-4h', name: '2026-014' },
          ...{ due: { at: Date.UTC(2026, 5, 8, 15, 20) }, step: 'overdue' },
        },
        {
          ...{ kind: 'request', subject: '1', part: 'deletion', name: '2026-05-21' },
          ...{ due: { day: '2026-06-11' }, step: '7' },
        },
        { kind: 'report', subject: '', part: null, name: null, due: null, step: '7' },
        { kind: 'meeting', subject: '2026-Q2', part: null, name: null, due: { day: '2026-06-30' }, step: '30' },
      ],
      still: [
        {
          ...{ kind: 'audit-finding', subject: '7', part: null, name: '7' },
          ...{ due: { day: '2026-05-31' }, step: 'overdue' },
        },
      ],
    },
  },
  { kind: 'goals-changed', locale, data: { reader: 'privacy-officer', items: goalChanges } },
  { kind: 'goals-changed', locale, data: { reader: 'customer-service', items: goalChanges.slice(0, 1) } },
  { kind: 'report-arrived', locale, data: {} },
  {
    kind: 'restatement',
    locale,
    data: {
      period: '2025-H2',
      version: 2,
      reason: locale === 'en' ? 'Two exam results were entered late.' : '两份考试成绩补录。',
      changes: [
        { goal: 'staff-training', figure: 'value', from: 763 / 824, to: 765 / 824 },
        { goal: 'staff-training', figure: 'missing', from: 61, to: 59 },
      ],
      code: '7K2M-0QXW-93HD-5TEB-J8RN-4VCA-ZP61',
      sealedOn: '2026-03-01',
    },
  },
  {
    kind: 'closing-reminder',
    locale,
    data: { period: '2025-H2', version: 1, stage: 'frozen', owner: 'human-resources' },
  },
  {
    kind: 'closing-reminder',
    locale,
    data: {
      ...{ period: '2025-H2', version: 1, stage: 'ended', owner: 'human-resources' },
      gaps: [
        {
          ...{ code: 'register-stale', owner: 'human-resources', goal: 'staff-training' },
          ...{ register: 'exam-attempts', lastOn: '2025-08-30' },
        },
      ],
    },
  },
  ...([{}, { endedAt: Date.parse('2026-01-10T03:00:00Z') }] as const).map(
    (ended): Letter => ({
      kind: 'officer-question',
      locale,
      data: {
        id: '01960000-0000-7000-8000-000000000010',
        timeZone: 'Asia/Shanghai',
        asked: {
          kind: 'letters-held',
          data: { domain: '', since: Date.parse('2026-01-10T01:00:00Z'), cause: 'refused', reply: '550 5.7.26' },
        },
        ...ended,
      },
    }),
  ),
  {
    kind: 'officer-question',
    locale,
    data: {
      id: '01960000-0000-7000-8000-000000000009',
      timeZone: 'Asia/Shanghai',
      asked: {
        kind: 'clock',
        data: {
          doubt: 'jumped-ahead',
          shown: Date.parse('2027-03-10T01:00:00Z'),
          trusted: Date.parse('2026-01-10T00:59:00Z'),
          expected: Date.parse('2026-01-10T01:00:00Z'),
          offset: null,
        },
      },
    },
  },
  { kind: 'opening-question', locale, data: { period: '2025-H2', reason: 'late', lacking: [] } },
  {
    kind: 'password-reset',
    locale,
    data: {
      resetId: '01960000-0000-7000-8000-00000000000a',
      until: { at: Date.parse('2026-01-10T02:00:00Z'), timeZone: 'Asia/Shanghai' },
    },
  },
  { kind: 'mail-server-test', locale, data: { opening: null } },
  { kind: 'mail-server-test', locale, data: { opening: { period: '2025-H2', on: '2026-01-04' } } },
  {
    kind: 'opening-question',
    locale,
    data: { period: '2025-H2', reason: 'checklist-incomplete', lacking: ['notice', 'backups'] },
  },
]
